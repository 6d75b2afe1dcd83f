import { nodeListener } from 'candor/receiver';
import express from 'express';

/** The same in Express. Before whatever reads bodies: the receiver reads its own. */
export function mountInExpress(receiver) {
  const shop = express();
  shop.use('/candor', nodeListener(receiver.app));
  shop.use(express.json());
  shop.get('/', (_request, response) => response.send('the shop'));
  return (port, ready) => shop.listen(port, '127.0.0.1', ready);
}
