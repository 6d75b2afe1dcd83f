import * as v from 'valibot';
import { CandorError } from '../core/errors.js';
import type { Receipt } from '../core/record.js';
import type { Agrees, Proven } from './agrees.js';
import { check } from './check.js';
import { OutcomeSchema } from './wire.js';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const ReceiptSchema = v.strictObject({
  version: v.literal(1),
  endpoint: v.pipe(v.string(), v.maxLength(2_000), v.url()),
  outcome: OutcomeSchema,
  consent: v.record(v.string(), v.unknown()),
  consentHash: text,
  noticeVersion: text,
});
export type { Receipt };

/** Fails to compile when they drift apart. */
export type ReceiptAgreesWithCore = Proven<Agrees<v.InferOutput<typeof ReceiptSchema>, Receipt>>;

/** A receipt with the record of the consent is a few kilobytes. */
export const MAX_RECEIPT_BYTES = 65_536;

/** Reads a receipt file, which may be anything that somebody picked.
 * @param allowed - the endpoints that its token may be sent to; all safe ones where the page names none.
 * @throws `receipt.invalid` naming the first wrong field, `receipt.other_version`, `receipt.unsafe_endpoint`,
 *   `receipt.endpoint_refused`. */
export function readReceipt(file: string, allowed?: readonly string[]): Receipt {
  const json = parsed(file);
  if (isOfOtherVersion(json)) throw new CandorError('receipt.other_version');
  const checked = check(ReceiptSchema, json);
  if (!checked.ok) throw new CandorError('receipt.invalid', { detail: checked.field });
  if (!isSafe(new URL(checked.value.endpoint))) throw new CandorError('receipt.unsafe_endpoint');
  const endpoint = withoutSlash(new URL(checked.value.endpoint).href);
  if (allowed !== undefined && !allowed.some((one) => withoutSlash(one) === endpoint)) {
    throw new CandorError('receipt.endpoint_refused', { detail: endpoint });
  }
  return { ...checked.value, endpoint };
}

function withoutSlash(endpoint: string): string {
  return endpoint.replace(/\/+$/, '');
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch (cause) {
    throw new CandorError('receipt.invalid', { cause, detail: 'JSON' });
  }
}

function isOfOtherVersion(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('version' in json) || !('outcome' in json)) return false;
  return typeof json.version === 'number' && json.version !== 1;
}

/** The token of the receipt goes there: never in the open, but to the person's own machine, and with nothing hidden in
 * the address. */
function isSafe({ protocol, hostname, username, password, search, hash }: URL): boolean {
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  const isOwnMachine = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return protocol === 'https:' || (protocol === 'http:' && isOwnMachine);
}
