import type { ConsentRecord } from '../src/consent/record.js';
import { wipe } from '../src/core/bytes.js';
import type { Payload } from '../src/core/record.js';
import { decodeEmbedding } from '../src/envelope/embedding.js';
import type { ReceiverContext } from './context.js';
import type { Look } from './matching/matcher.js';
import type { IndexedTemplate } from './matching/template-index.js';
import { toUnitLength } from './matching/unit-vector.js';
import type { Database } from './store/database.js';
import { exemptParty } from './store/exemptions.js';
import { storeTemplate } from './store/templates.js';
import { type Concluded, isLetIn, storeVerification, type VerificationRow } from './store/verifications.js';
import { concludedFrom, type NewRow, type OpenedClaim, say, verificationOf } from './verification-row.js';

/** What has opened of an envelope with a whole template. */
export interface WholeClaim extends OpenedClaim {
  readonly payload: Payload;
}

/** Compares a newcomer with those who are stored, decides, and stores the newcomer. The envelope is not kept: of what was in it,
 * the embedding under the secret matrix, encrypted under its own slot, and the words.
 * @returns null when the session has a verification already, or was ended meanwhile. */
export async function compareAndStore(
  receiver: ReceiverContext,
  claim: WholeClaim,
  consent: ConsentRecord,
  bodyHash: string,
): Promise<VerificationRow | null> {
  const { database, matcher, transforms } = receiver;
  const verification = verificationOf(receiver, claim, consent, bodyHash);
  const { verificationId, receivedAt: at } = verification;
  const { subject, groups } = claim.session;
  const embedding = decodeEmbedding(claim.payload.embedding);
  const direction = toUnitLength(embedding);
  const vector = transforms.current.rotate(direction);
  wipe(embedding, direction);
  try {
    const holder = exemptParty(receiver.secrets, { subject, verificationId });
    const look = await matcher.look(database, { vector, holder, groups, at });
    const stored = await storeSealed(receiver, claim, verification, look);
    if (stored !== null) say(receiver, stored);
    return stored;
  } finally {
    wipe(vector);
  }
}

/** The secret matrix was replaced after the template was sealed under it, by `matrix rotate` beside this receiver. */
class MatrixReplacedError extends Error {
  override readonly name = 'MatrixReplacedError';
}

async function storeSealed(
  receiver: ReceiverContext,
  claim: WholeClaim,
  verification: NewRow,
  look: Look,
): Promise<VerificationRow | null> {
  const { database, matcher, templates, erasing } = receiver;
  const { modelId, modelSha256 } = claim.header;
  const name = { verificationId: verification.verificationId, modelId, modelSha256 };
  const sealed = await templates.seal(name, look.newcomer.vector);
  const conclude = async (transaction: Database): Promise<Concluded> => {
    const found = concludedFrom(receiver, claim, await matcher.conclude(transaction, look));
    // Asked where nobody can replace it before this transaction ends.
    if (!templates.isNewest(sealed.transformId)) throw new MatrixReplacedError();
    return found;
  };
  const template = { ...sealed, groups: look.newcomer.groups.slice() };
  const keepTemplate = async (transaction: Database, stored: VerificationRow): Promise<void> => {
    await storeTemplate(transaction, stored, template);
    await receiver.enterIndex(transaction, indexed(verification, look));
  };
  try {
    const stored = await storeVerification(database, { verification, conclude, keepTemplate });
    if (stored === null) await erasing.slots.destroy([sealed.slotId]);
    return stored;
  } catch (thrown) {
    await destroyUnused(receiver, verification, sealed.slotId);
    if (!(thrown instanceof MatrixReplacedError)) throw thrown;
    return storeSealed(receiver, claim, verification, look);
  }
}

/** Storing failed: the key goes, unless the template was stored all the same and only the answer was lost. Where that cannot be told,
 * the next start finds out. */
async function destroyUnused(
  { database, erasing }: ReceiverContext,
  verification: NewRow,
  slotId: string,
): Promise<void> {
  const isStored = await isLetIn(database, verification).catch(() => true);
  if (!isStored) await erasing.slots.destroy([slotId]);
}

function indexed(
  { verificationId, deleteAfter }: NewRow,
  { newcomer: { holder, groups, vector } }: Look,
): IndexedTemplate {
  return { verificationId, holder, groups, expiresAtMs: deleteAfter.getTime(), vector };
}
