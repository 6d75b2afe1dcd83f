import { setTimeout as wait } from 'node:timers/promises';
import { ShareError } from '../../shares/errors.js';
import { newId } from '../../shares/node/ids.js';
import type { ConsentRecord } from '../../src/consent/record.js';
import type { SharedEnvelope } from '../../src/envelope/three-share.js';
import type { ReceiverContext } from '../context.js';
import { decisionRecord } from '../matching/decision-record.js';
import type { Conclusion } from '../matching/matcher.js';
import { ProblemError, UnprovenRefusal } from '../problem.js';
import type { Database } from '../store/database.js';
import { exemptedWith } from '../store/exempted.js';
import { exemptParty } from '../store/exemptions.js';
import {
  beginShared,
  countShared,
  discardPending,
  findShared,
  holdersOf,
  storeShared,
} from '../store/shared-templates.js';
import { lockTemplates } from '../store/template-log.js';
import { storeVerification, type VerificationRow } from '../store/verifications.js';
import { concludedFrom, type NewRow, type OpenedClaim, say, verificationOf } from '../verification-row.js';
import { noAnswer, type ThreeOperators } from './three-operators.js';

/** How long, beyond what the three may take, a transaction may take to store what they said, ms. */
const STORING_MS = 60_000;
/** How often it is looked whether another newcomer has been stored, ms. */
const LOOK_MS = 50;

interface Newcomer {
  readonly claim: OpenedClaim;
  readonly verification: NewRow;
  readonly templateId: string;
  readonly parts: Pick<SharedEnvelope, 'header' | 'parts'>;
}

/** Has the three compare a newcomer with those who are stored and keep its parts, decides, and stores the verification. Before they are
 * asked, it is written down what they are to keep; whatever fails afterwards, they delete it.
 * @returns null when the session has a verification already, or was ended meanwhile.
 * @throws `envelope.invalid` where the parts are not what a browser makes of a face, `operators.unavailable` while the three give no answer. */
export async function admitAndStore(
  receiver: ReceiverContext,
  three: ThreeOperators,
  claim: OpenedClaim,
  consent: ConsentRecord,
  arrived: { readonly envelope: SharedEnvelope; readonly bodyHash: string },
): Promise<VerificationRow | null> {
  const { header, parts } = arrived.envelope;
  await three.assertReady();
  const verification = verificationOf(receiver, claim, consent, arrived.bodyHash);
  const newcomer: Newcomer = { claim, verification, templateId: newId(), parts: { header, parts } };
  switch (await begin(receiver, three, newcomer)) {
    case 'over':
      return null;
    case 'busy':
      throw noAnswer();
    case 'begun':
      return admitBegun(receiver, three, newcomer);
  }
}

function begin({ database }: ReceiverContext, { timeoutMs }: ThreeOperators, newcomer: Newcomer) {
  const { verificationId, sessionId, receivedAt: madeAt } = newcomer.verification;
  // The three are asked twice at most, and others waited for once.
  const pendingUntil = new Date(madeAt.getTime() + 3 * timeoutMs + STORING_MS);
  const { templateId } = newcomer;
  return beginShared(database, { verificationId, templateId, sessionId, madeAt, pendingUntil });
}

async function admitBegun(
  receiver: ReceiverContext,
  three: ThreeOperators,
  newcomer: Newcomer,
): Promise<VerificationRow | null> {
  let stored: VerificationRow | null = null;
  try {
    // What an earlier try for this session may have left: the three take the same parts again once it is gone.
    await three.assertNothingLeft();
    const near = await askThree(receiver, three, newcomer);
    stored = await store(receiver, newcomer, near);
    if (stored !== null) tell(receiver, stored);
    return stored;
  } catch (thrown) {
    if (thrown instanceof NoLongerPendingError) throw noAnswer(thrown);
    throw thrown;
  } finally {
    if (stored === null) await discard(receiver, three, newcomer.verification);
  }
}

function tell(receiver: ReceiverContext, stored: VerificationRow): void {
  say(receiver, stored);
  if (stored.decision !== null) receiver.noteGallery(stored.decision.gallerySize + 1);
}

/** Where the database fails as well, the receiver's upkeep finds it. */
async function discard(
  { database, config: { now } }: ReceiverContext,
  { removals }: ThreeOperators,
  { verificationId }: NewRow,
): Promise<void> {
  await discardPending(database, verificationId, now()).then(
    () => removals.soon(),
    () => {},
  );
}

/** @returns the verifications whose templates were near. */
async function askThree(
  receiver: ReceiverContext,
  three: ThreeOperators,
  { templateId, parts }: Newcomer,
): Promise<readonly string[]> {
  const { client } = three;
  const startedMs = performance.now();
  const { request } = await client
    .admit({ id: templateId, shares: parts })
    .catch((thrown: unknown) => refusedBy(three, thrown));
  three.noteAnswer();
  const durationMs = Math.round(performance.now() - startedMs);
  receiver.config.log({ event: 'operators.admitted', durationMs });
  // Also where they said `none`: the time of the answer is not to tell which it was.
  const near = await client.collect(request).catch(async (thrown: unknown) => {
    await three.tellSilent('collect', thrown);
    throw noAnswer(thrown);
  });
  return verificationsOf(receiver, three, near);
}

async function refusedBy(three: ThreeOperators, cause: unknown): Promise<never> {
  const error = cause instanceof ShareError ? cause : null;
  switch (error?.code) {
    case 'shares.not_opened':
      three.tellRefused(error, 'seller');
      throw new ProblemError('envelope.invalid', { cause });
    case 'shares.rejected':
      // One operator that computes something else than it should gives the three this answer too, unseen.
      three.tellRefused(error, 'nobody');
      throw new UnprovenRefusal('envelope.invalid', { cause });
    case 'shares.mismatch':
      three.tellRefused(error, 'operators');
      throw noAnswer(cause);
    case 'shares.repeated':
      // Five tries came to nothing: they look at these parts no more, and the seller has to seal others.
      throw new ProblemError('session.expired', { cause });
    default:
      await three.tellSilent('admit', cause);
      throw noAnswer(cause);
  }
}

/** Whose templates these are, once it is settled of each whether it is stored: of two newcomers at once, the one who was compared second
 * waits for the first. A template behind which no verification stands is no hit: there is nobody to name, and nothing that a person could look
 * at. Of those that were deleted, and of tries that came to nothing, it is known here that they are; any other is said in the log: the three
 * keep it for another database, such as one that a backup replaced, and it is not this receiver's to delete.
 * @throws `operators.unavailable` where that takes too long. */
async function verificationsOf(
  { database, config: { log } }: ReceiverContext,
  { timeoutMs }: ThreeOperators,
  templateIds: readonly string[],
): Promise<readonly string[]> {
  const untilMs = performance.now() + timeoutMs;
  for (;;) {
    const known = await findShared(database, templateIds);
    if (!known.some(({ state }) => state === 'pending')) {
      const unknown = templateIds.length - known.length;
      if (unknown > 0) log({ event: 'operators.unknown_templates', templates: unknown });
      return known.flatMap(({ state, verificationId }) => (state === 'stored' ? [verificationId] : []));
    }
    if (performance.now() > untilMs) throw noAnswer();
    await wait(LOOK_MS);
  }
}

/** Somebody took it for abandoned, and has it deleted. */
class NoLongerPendingError extends Error {
  override readonly name = 'NoLongerPendingError';
}

function store(
  receiver: ReceiverContext,
  { claim, verification }: Newcomer,
  near: readonly string[],
): Promise<VerificationRow | null> {
  return storeVerification(receiver.database, {
    verification,
    conclude: async (transaction) =>
      concludedFrom(receiver, claim, await conclude(receiver, transaction, verification, near)),
    keepTemplate: async (transaction, { verificationId }) => {
      if (!(await storeShared(transaction, verificationId))) throw new NoLongerPendingError();
    },
  });
}

/** Takes out who is the newcomer, is exempted with it, or has gone meanwhile. The statements are the same whatever was found. */
async function conclude(
  { config: { threshold }, secrets }: ReceiverContext,
  transaction: Database,
  { verificationId, subject = null, receivedAt: at }: NewRow,
  near: readonly string[],
): Promise<Conclusion> {
  // Whoever deletes, or exempts somebody, waits until this transaction ends.
  await lockTemplates(transaction);
  const held = await holdersOf(transaction, near, at);
  const own = exemptParty(secrets, { subject, verificationId });
  const exempted = await exemptedWith(transaction, own, at);
  const hits = held.filter((one) => {
    const holder = exemptParty(secrets, one);
    return holder !== own && !exempted.has(holder);
  });
  const stored = await countShared(transaction);
  const record = decisionRecord(threshold, { searched: 'gallery', gallerySize: stored, scopeSize: stored });
  return { hits: hits.map((hit) => hit.verificationId), record };
}
