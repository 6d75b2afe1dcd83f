import type { Context } from 'hono';
import type { ReceiverContext } from '../context.js';

/** `GET /health`: whether the receiver could serve a seller now, its database included. */
export function health({ storage }: ReceiverContext) {
  return async (context: Context): Promise<Response> => {
    await storage.assertHealthy();
    return context.json({ status: 'ok' });
  };
}

/** `GET /ready`: whether new sellers may be sent here: healthy, the data folder still its own, and room to store something.
 * @throws `storage.unavailable`, `storage.full` */
export function ready({ storage }: ReceiverContext) {
  return async (context: Context): Promise<Response> => {
    await storage.assertRoom();
    await storage.assertHealthy();
    return context.json({ status: 'ready' });
  };
}
