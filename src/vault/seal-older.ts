import { allOrNothing } from './all-or-nothing.js';
import { type SealedClip, sealClip } from './clip-cipher.js';
import { CLIP_STORES, type ClipOfVersion2, type Database } from './schema.js';

/** Seals what version 2 had kept without encryption. Each clip is replaced together with the storing of its key, so that
 * whatever interrupts it is made good at the next opening. */
export async function sealOlderClips(database: Database): Promise<void> {
  const keyed = new Set(await database.getAllKeys('clipKeys'));
  for (const sessionId of await database.getAllKeys('clips')) {
    if (keyed.has(sessionId)) continue;
    const found = await database.get('clips', sessionId);
    if (found === undefined || 'kind' in found.value) continue;
    const { owner, untilMs, value } = found;
    const { sealed, key } = await sealOrLose(value);
    const transaction = database.transaction(CLIP_STORES, 'readwrite', { durability: 'strict' });
    await allOrNothing(transaction, [
      () => transaction.objectStore('clips').put({ owner, untilMs, value: sealed }, sessionId),
      ...(key === null
        ? []
        : [() => transaction.objectStore('clipKeys').put({ owner, untilMs, value: key }, sessionId)]),
    ]);
  }
}

interface SealedOrLost {
  readonly sealed: SealedClip;
  readonly key: CryptoKey | null;
}

/** A clip that cannot be sealed is not left open: its content goes, and the seller is told that it is lost. */
async function sealOrLose(value: ClipOfVersion2): Promise<SealedOrLost> {
  try {
    return await sealClip(value, value);
  } catch {
    const { blob: _, ...label } = value;
    return {
      sealed: { ...label, kind: 'sealed', iv: new Uint8Array(), ciphertext: new ArrayBuffer() },
      key: null,
    };
  }
}
