import { nodeListener } from 'candor/receiver';
import fastify from 'fastify';

const BELOW = '/candor';

/** The same in Fastify, in a scope of its own in which nobody reads bodies but the receiver. */
export function mountInFastify(receiver) {
  const shop = fastify();
  const answer = nodeListener(receiver.app);
  shop.get('/', async () => 'the shop');
  shop.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    scope.all(`${BELOW}/*`, (request, reply) => {
      reply.hijack();
      request.raw.url = request.raw.url.slice(BELOW.length);
      return answer(request.raw, reply.raw);
    });
  });
  return (port, ready) => {
    shop.listen({ port, host: '127.0.0.1' }, ready);
    return shop.server;
  };
}
