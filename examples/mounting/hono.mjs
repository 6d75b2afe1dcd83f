import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** A shop with the receiver below /candor: the widget's endpoint is https://shop.example/candor. */
export function mountInHono(receiver) {
  const shop = new Hono();
  shop.get('/', (context) => context.text('the shop'));
  shop.mount('/candor', receiver.app.fetch);
  return (port, ready) => serve({ fetch: shop.fetch, port, hostname: '127.0.0.1' }, ready);
}
