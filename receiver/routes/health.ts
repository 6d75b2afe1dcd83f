import type { Context } from 'hono';
import type { ReceiverContext } from '../context.js';

/** `GET /health`: whether the receiver could serve a seller now, its database included. */
export function health({ storage }: ReceiverContext) {
  return async (context: Context): Promise<Response> => {
    await storage.assertHealthy();
    return context.json({ status: 'ok' });
  };
}
