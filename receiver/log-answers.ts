import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from './log.js';
import { ProblemError } from './problem.js';

/** Middleware: one line for each answer, without address, body or person.
 * @param app - which of the receiver's apps, where it is not the sellers'. */
export function logAnswers(log: Log, app?: 'review' | 'operator'): MiddlewareHandler {
  return async (context, next) => {
    const startedAt = performance.now();
    await next();
    const code = context.error instanceof ProblemError ? context.error.code : undefined;
    log({
      event: 'answered',
      ...(app === undefined ? {} : { app }),
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      ...(code === undefined ? {} : { code }),
      durationMs: Math.round(performance.now() - startedAt),
    });
  };
}
