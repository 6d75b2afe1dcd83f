import * as v from 'valibot';
import type { Controller } from '../core/types.js';
import type { Receipt } from './receipt.js';

const words = v.pipe(v.string(), v.regex(/\S/), v.maxLength(4_000));
const ConsentSchema = v.object({
  party: v.looseTuple([v.object({ party_name: words, party_contact: words, party_address: words })]),
});

/** Who decides and can be asked, as the consent record of a receipt names them; null where it names nobody. */
export function controllerOf({ consent }: Receipt): Controller | null {
  const { success, output } = v.safeParse(ConsentSchema, consent);
  if (!success) return null;
  const [{ party_name: name, party_contact: contact, party_address: address }] = output.party;
  return { name, contact, address };
}
