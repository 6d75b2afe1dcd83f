import type { Context } from 'hono';
import type { Discovery } from '../../src/envelope/wire.js';
import type { ReceiverContext } from '../context.js';

/** `GET /.well-known/candor`: everything the seller is told before any consent. */
export function discovery(receiver: ReceiverContext) {
  return (context: Context): Response => {
    context.header('Cache-Control', 'max-age=60');
    return context.json(discoveryOf(receiver));
  };
}

function discoveryOf({ config, keyRing, matcher }: ReceiverContext): Discovery {
  return {
    version: 1,
    audience: config.audience,
    notices: config.notices,
    ...keyRing.published(),
    threshold: config.threshold,
    search: matcher.search,
    alternatives: config.alternatives.map(({ next: _, ...alternative }) => alternative),
    actions: config.actions,
    profiles: config.profiles,
    maxAttempts: config.maxAttempts,
    now: config.now().toISOString(),
  };
}
