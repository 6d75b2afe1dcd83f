import { randomUUID } from 'node:crypto';
import type { ConsentRecord } from '../src/consent/record.js';
import { wipe } from '../src/core/bytes.js';
import { decodeEmbedding } from '../src/envelope/embedding.js';
import type { Claim } from './binding.js';
import type { ReceiverContext } from './context.js';
import { nonceHashOf } from './keys/secrets.js';
import { decide, fixed } from './matching/decide.js';
import type { Look } from './matching/matcher.js';
import type { IndexedTemplate } from './matching/template-index.js';
import { toUnitLength } from './matching/unit-vector.js';
import { retentionEnd } from './retention.js';
import type { Database } from './store/database.js';
import { exemptParty } from './store/exemptions.js';
import type { SessionRow } from './store/sessions.js';
import {
  type Concluded,
  isLetIn,
  type NewVerification,
  storeVerification,
  type VerificationRow,
} from './store/verifications.js';

/** Compares a newcomer with those who are stored, decides, and stores the newcomer. The envelope is not kept: of what was in it,
 * the embedding under the secret matrix, encrypted under its own slot, and the words.
 * @returns null when the session has a verification already, or was ended meanwhile. */
export async function compareAndStore(
  receiver: ReceiverContext,
  claim: Claim<SessionRow>,
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
  claim: Claim<SessionRow>,
  verification: NewRow,
  look: Look,
): Promise<VerificationRow | null> {
  const { database, templates, erasing } = receiver;
  const { modelId, modelSha256 } = claim.header;
  const name = { verificationId: verification.verificationId, modelId, modelSha256 };
  const sealed = await templates.seal(name, look.newcomer.vector);
  const conclude = async (transaction: Database): Promise<Concluded> => {
    const found = await concluded(receiver, claim, look, transaction);
    // Asked where nobody can replace it before this transaction ends.
    if (!templates.isNewest(sealed.transformId)) throw new MatrixReplacedError();
    return found;
  };
  const template = { ...sealed, groups: look.newcomer.groups.slice() };
  const enterIndex = (transaction: Database): Promise<void> =>
    receiver.enterIndex(transaction, indexed(verification, look));
  try {
    const stored = await storeVerification(database, { verification, template, conclude, enterIndex });
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

type NewRow = NewVerification['verification'] & { readonly receivedAt: Date; readonly deleteAfter: Date };

function verificationOf(
  { config, secrets }: ReceiverContext,
  { header, payload, session }: Claim<SessionRow>,
  consent: ConsentRecord,
  bodyHash: string,
): NewRow {
  const receivedAt = config.now();
  return {
    verificationId: randomUUID(),
    sessionId: session.sessionId,
    bodyHash,
    state: 'stored',
    receivedAt,
    decidedAt: receivedAt,
    deleteAfter: retentionEnd(config.notices, receivedAt),
    subject: session.subject,
    locale: session.locale,
    purposeIds: [...header.purposeIds],
    noticeHash: header.noticeHash,
    consentHash: header.consentHash,
    consent: { ...consent },
    nonceHash: nonceHashOf(secrets, session.nonce),
    capture: payload.capture,
    asked: session.challenge.steps.map(({ action }) => action),
    liveness: payload.liveness,
    threshold: config.threshold,
    test: config.test !== undefined,
  };
}

async function concluded(
  { config, matcher }: ReceiverContext,
  { payload: { liveness } }: Claim<SessionRow>,
  look: Look,
  transaction: Database,
): Promise<Concluded> {
  const { hits, record } = await matcher.conclude(transaction, look);
  const outcome = config.test?.outcome;
  const { searched } = record;
  const decision = outcome === undefined ? decide({ liveness, searched, hits: hits.length }) : fixed(outcome);
  return { decision, record, hits };
}

function say(
  { config }: ReceiverContext,
  { verificationId, status, basis, decision, test }: VerificationRow,
): void {
  if (decision === null) return;
  const { searched, gallerySize, scopeSize, lowConfidence } = decision;
  const comparison = { searched, gallerySize, scopeSize, lowConfidence };
  config.log({ event: 'verification.received', verificationId, status, basis, ...comparison, test });
}
