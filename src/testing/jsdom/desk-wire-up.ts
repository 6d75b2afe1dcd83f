import { controllerOf } from '../../envelope/controller.js';
import { MAX_RECEIPT_BYTES, readReceipt } from '../../envelope/receipt.js';
import { startDesk } from '../../flow/desk.js';
import type { Desk, DeskOptions } from '../../flow/desk-state.js';
import { checkOptions } from '../../flow/options.js';
import { currentSimulation } from './current.js';

/** Stands in for `flow/desk-wire-up.ts` in `candor/testing/jsdom`: nothing is kept, and the receiver's double answers.
 * @throws `config.invalid` naming the option that cannot be used. */
export function createDesk({ endpoint, otherEndpoints = [], asksAtOnce = false }: DeskOptions): Desk {
  const { vault, clock, transport } = currentSimulation().ports;
  const check = (one: string): string =>
    checkOptions({ endpoint: one }, globalThis.document?.baseURI).endpoint;
  const allowed = [...(endpoint === undefined ? [] : [endpoint]), ...otherEndpoints].map(check);
  return startDesk({
    read: (file) => readReceipt(file, allowed.length === 0 ? undefined : allowed),
    controller: controllerOf,
    endpoint: endpoint === undefined ? null : check(endpoint),
    asksAtOnce,
    maxBytes: MAX_RECEIPT_BYTES,
    transport: () => transport,
    clock,
    vault,
  });
}
