import type { Clip } from '../core/capture.js';
import { allOrNothing } from './all-or-nothing.js';
import { openClip, sealClip } from './clip-cipher.js';
import type { Storage } from './idb.js';
import { putOwn } from './owned.js';
import { ownerIn, type Principal } from './owner.js';
import { CLIP_STORES, type Owned, type OwnedValue } from './schema.js';
import type { ClipOf, KeptClip } from './things.js';

const DAY_MS = 86_400_000;
/** How long a clip is kept that the seller wanted to keep. */
export const CLIP_DAYS = 30;
/** The same without a subject: once its tab is closed, nobody can watch or delete it. */
export const TAB_CLIP_DAYS = 1;

export interface ClipToKeep extends ClipOf {
  readonly clip: Clip;
  readonly now: Date;
}

/** Keeps the clip, sealed, and its key, or neither. @returns false when the browser would not. */
export function keepSealed(
  principal: Principal,
  storage: Storage,
  { sessionId, consentReceiptId, clip, now }: ClipToKeep,
): Promise<boolean> {
  return storage.use(async (database, wanted) => {
    const { sealed, key } = await sealClip(clip, { sessionId, keptAt: now.toISOString() });
    const days = principal.subject === undefined ? TAB_CLIP_DAYS : CLIP_DAYS;
    const of = { owner: await ownerIn(database, principal), untilMs: now.getTime() + days * DAY_MS };
    const transaction = database.transaction(CLIP_STORES, 'readwrite');
    const value = { ...sealed, consentReceiptId };
    const writes = [
      () => putOwn(transaction.objectStore('clips'), { ...of, value }, sessionId),
      () => putOwn(transaction.objectStore('clipKeys'), { ...of, value: key }, sessionId),
    ];
    await allOrNothing(transaction, writes, wanted);
    return true;
  }, false);
}

/** @param key - null where the browser has lost it. */
export async function keptClip(
  { value, untilMs }: Owned<OwnedValue<'clips'>>,
  key: CryptoKey | null,
): Promise<KeptClip> {
  const { sessionId, keptAt } = value;
  // Only where the storage is of a newer version can one of version 2 still lie there: it is shown to nobody.
  const clip = 'kind' in value ? await openClip(value, key) : null;
  return { sessionId, keptAt, clip, deleteAfter: new Date(untilMs).toISOString() };
}
