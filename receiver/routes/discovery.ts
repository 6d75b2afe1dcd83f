import type { Context } from 'hono';
import type { Discovery } from '../../src/envelope/wire.js';
import type { ReceiverContext } from '../context.js';

/** `GET /.well-known/candor`: everything the seller is told before any consent. */
export function discovery(receiver: ReceiverContext) {
  return async (context: Context): Promise<Response> => {
    context.header('Cache-Control', 'max-age=60');
    return context.json(await discoveryOf(receiver));
  };
}

async function discoveryOf({ config, keyRing, matcher, three }: ReceiverContext): Promise<Discovery> {
  return {
    version: 1,
    audience: config.audience,
    notices: config.notices,
    ...keyRing.published(),
    threshold: config.threshold,
    search: three === null ? matcher.search : await three.search(),
    alternatives: config.alternatives.map(({ next: _, ...alternative }) => alternative),
    actions: config.actions,
    profiles: config.profiles,
    maxAttempts: config.maxAttempts,
    now: config.now().toISOString(),
  };
}
