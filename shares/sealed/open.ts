import { type Bytes, wipe } from '../../src/core/bytes.js';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { decrypt, type Keyring } from '../../src/envelope/open.js';
import { ShareError } from '../errors.js';
import type { Party } from '../party.js';
import type { ArithmeticShares } from '../sharing.js';
import { decodePart, isCommittedTo } from './plaintext.js';
import { shareInfo } from './seal.js';
import type { SealedShare } from './wire.js';

/** Who opens a part, and what it must be for. */
export interface Seat {
  readonly party: Party;
  readonly keyring: Keyring;
  readonly audience: string;
  readonly model: { readonly id: string; readonly dim: number };
}

/** An operator's two components, after it has been seen that they are what the header commits to: with one header at all three, they
 * hold the same template, or one of the two who hold a component refuses.
 * @param sealed - has passed `SealedShareSchema`.
 * @throws {@link ShareError} `shares.not_opened` for everything that is wrong, without saying what. */
export async function openShare(sealed: SealedShare, seat: Seat): Promise<ArithmeticShares> {
  try {
    const plaintext = await decryptPart(sealed, seat);
    try {
      const part = decodePart(plaintext, seat.model.dim);
      if (!(await isCommittedTo(sealed.header.sharing.commitments, seat.party, part)))
        throw new RangeError('not what the header says');
      return { kind: 'arithmetic', own: part.own.words, next: part.next.words };
    } finally {
      wipe(plaintext);
    }
  } catch (cause) {
    throw new ShareError('shares.not_opened', { cause });
  }
}

function decryptPart(
  { header, part }: SealedShare,
  { party, keyring, audience, model }: Seat,
): Promise<Bytes> {
  const kid = header.sharing.kids[party];
  const key = keyring.get(kid);
  if (key === undefined) throw new RangeError('no such key');
  if (header.modelId !== model.id) throw new RangeError('another model');
  return decrypt(key, part, shareInfo(audience, kid, party), canonicalBytes(header));
}
