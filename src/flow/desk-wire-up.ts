import { later } from '../core/later.js';
import { createReceiverClock } from '../core/receiver-clock.js';
import { controllerOf } from '../envelope/controller.js';
import { MAX_RECEIPT_BYTES, readReceipt } from '../envelope/receipt.js';
import { assembleTransport } from '../transport/assemble.js';
import { VAULT_NAME } from '../vault/name.js';
import { startDesk } from './desk.js';
import type { Desk, DeskOptions } from './desk-state.js';
import { lazyVault } from './lazy-vault.js';
import { checkOptions, checkSubject } from './options.js';

const storage = later(() => import('../vault/vault.js'), import.meta.url);
const afterConsent = later(() => import('../transport/after-consent.js'), import.meta.url);

/** Makes a desk over the real network and storage. The receipt's own token is all that a request carries: no headers of
 * the host, which belong to the host's own endpoint.
 * @throws `config.invalid` naming the option that cannot be used.
 * @example
 * const desk = createDesk({ endpoint: 'https://verify.example/candor', subject: 'shop:42' });
 * desk.subscribe(() => draw(desk.getState()));
 * desk.send({ type: 'my-data' }); */
export function createDesk(options: DeskOptions): Desk {
  const { asksAtOnce = false } = options;
  // Null, which a framework may pass for absent, is absent.
  const endpoint = options.endpoint ?? undefined;
  const otherEndpoints = options.otherEndpoints ?? [];
  const subject = checkSubject(options.subject);
  const check = (one: string): string =>
    checkOptions({ endpoint: one }, globalThis.document?.baseURI).endpoint;
  const own = endpoint === undefined ? undefined : check(endpoint);
  const others = otherEndpoints.map(check);
  const allowed =
    own === undefined && others.length === 0 ? undefined : [...(own === undefined ? [] : [own]), ...others];
  const life = new AbortController();
  const clock = createReceiverClock();
  const desk = startDesk({
    read: (file) => readReceipt(file, allowed),
    controller: controllerOf,
    endpoint: own ?? null,
    asksAtOnce,
    maxBytes: MAX_RECEIPT_BYTES,
    // Another receiver's time says nothing about what is kept for this one.
    transport: (address) =>
      assembleTransport({ endpoint: address, clock: address === own ? clock : undefined }, afterConsent),
    clock,
    vault: lazyVault(async () => {
      const { createVault } = await storage(life.signal);
      return createVault({ endpoint: own ?? '', subject });
    }, VAULT_NAME),
  });
  return {
    ...desk,
    destroy: () => {
      desk.destroy();
      life.abort(new DOMException('destroyed', 'AbortError'));
    },
  };
}
