import { parse, picklist } from 'valibot';
import { DiscoverySchema } from '../../src/envelope/wire.js';
import { deliveryHeaders, ORIGIN } from '../testing/seller.fixture.js';
import { crowd, type Reachable } from './crowd.js';

/** The clients of `npm run bench:receiver` over HTTP, as a process of their own: told a KEM, it sends a crowd to the receiver at the
 * address that it was started with, and tells the rates. Ends when the channel to the bench does. */

const [url = ''] = process.argv.slice(2);

const send: Reachable['send'] = (method, path, body, headers = {}) =>
  fetch(`${url}${path}`, {
    method,
    headers: { Origin: ORIGIN, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const receiver: Reachable = {
  send,
  discover: async () => parse(DiscoverySchema, await (await send('GET', '/.well-known/candor')).json()),
  deliver: (envelope, headers) =>
    send('POST', '/verifications', envelope, { ...deliveryHeaders(envelope), ...headers }),
};

process.on('message', async (message) => {
  // What goes wrong here ends this process, which the bench hears.
  process.send?.(await crowd(receiver, parse(picklist(['x-wing', 'x25519']), message)));
});
process.on('disconnect', () => process.exit());
