import type { Context } from 'hono';
import type { ReceiverContext } from '../context.js';

/** `GET /health`: whether the receiver could serve a seller now, its database included. */
export function health({ storage }: ReceiverContext) {
  return async (context: Context): Promise<Response> => {
    await storage.assertHealthy();
    return context.json({ status: 'ok' });
  };
}

/** `GET /ready`: whether new sellers may be sent here: healthy, the data folder still its own, and room to store something. That an
 * operator is away is said and refuses nothing: no other receiver could do better, and whoever withdraws must get through.
 * @throws `storage.unavailable`, `storage.full` */
export function ready({ storage, three }: ReceiverContext) {
  return async (context: Context): Promise<Response> => {
    await storage.assertRoom();
    await storage.assertHealthy();
    if (three === null) return context.json({ status: 'ready' });
    const operators = (await three.areThere()) ? 'answering' : 'away';
    return context.json({ status: 'ready', operators });
  };
}
