import type { Context } from 'hono';
import type { Withdrawal } from '../../src/envelope/stored-record.js';
import type { StoredRecord } from '../../src/envelope/wire.js';
import { bearerIn } from '../bearer.js';
import type { ReceiverContext } from '../context.js';
import { isRemovalToken } from '../keys/secrets.js';
import { ProblemError } from '../problem.js';
import { listObjections } from '../store/case-queue.js';
import { withdrawVerification } from '../store/erasure.js';
import { deleteAfterOf } from '../store/proof.js';
import { readReview } from '../store/review-state.js';
import { findVerification, type VerificationRow } from '../store/verifications.js';
import { isUuid } from '../uuid.js';

/** `GET /verifications/{id}`: everything that is stored about the person who asks, but the vector. */
export function readRecord(receiver: ReceiverContext) {
  return async (context: Context): Promise<Response> => {
    const row = await authorized(receiver, context);
    const { database } = receiver;
    const record = recordOf(
      row,
      await readReview(database, row),
      await listObjections(database, row.verificationId),
    );
    return context.json({ ...record, ...(await sharesOf(receiver, row.verificationId)) });
  };
}

/** `DELETE /verifications/{id}`: withdrawal. Again: the same answer. */
export function withdraw(receiver: ReceiverContext) {
  const { config, database, erasing, three } = receiver;
  return async (context: Context): Promise<Response> => {
    const { verificationId, state } = await authorized(receiver, context);
    const row = await withdrawVerification(database, erasing, verificationId, config.now());
    if (row?.deletedAt == null) throw new Error('a verification outlived its withdrawal');
    if (state === 'stored') config.log({ event: 'verification.withdrawn', verificationId });
    await three?.removals.attempt(verificationId);
    const deletedAt = row.deletedAt.toISOString();
    const shares = await sharesOf(receiver, verificationId);
    const answer: Withdrawal = { verificationId, state: 'withdrawn', deletedAt, ...shares };
    return context.json(answer);
  };
}

/** What became of the three parts of a template that was deleted, where three operators kept it. */
async function sharesOf(
  { three }: ReceiverContext,
  verificationId: string,
): Promise<Pick<StoredRecord, 'shares'>> {
  const shares = await three?.removalsOf(verificationId);
  return shares == null ? {} : { shares };
}

/** @throws `not_found` for an id that does not exist, `session.unknown` for a token that is not its own. */
export async function authorized(
  { database, secrets }: ReceiverContext,
  context: Context,
): Promise<VerificationRow> {
  const verificationId = context.req.param('id') ?? '';
  const row = isUuid(verificationId) ? await findVerification(database, verificationId) : null;
  if (row === null) throw new ProblemError('not_found');
  if (!isRemovalToken(secrets, verificationId, bearerIn(context))) throw new ProblemError('session.unknown');
  return row;
}

function recordOf(
  row: VerificationRow,
  review: StoredRecord['review'],
  objections: Awaited<ReturnType<typeof listObjections>>,
): StoredRecord {
  return {
    verificationId: row.verificationId,
    state: row.state,
    status: row.status,
    receivedAt: row.receivedAt.toISOString(),
    decidedAt: row.decidedAt.toISOString(),
    deleteAfter: deleteAfterOf(row).toISOString(),
    ...(row.deletedAt === null ? {} : { deletedAt: row.deletedAt.toISOString() }),
    fields: storedFields(row),
    locale: row.locale,
    purposeIds: row.purposeIds,
    threshold: row.threshold,
    ...(row.decision === null ? {} : { comparedWith: row.decision.scopeSize }),
    asked: row.asked,
    liveness: row.liveness,
    reviewOutcome: row.reviewOutcome,
    review,
    objections: objections.map(({ at, ...said }) => ({ ...said, at: at.toISOString() })),
    test: row.test,
  };
}

/** Names of what is held besides the dates and the decision. */
function storedFields({ state, subject, consent, capture }: VerificationRow): string[] {
  // Of what is erased since proofs are kept; before, nothing was left but the word.
  if (state !== 'stored') return consent === null ? [] : ['consent'];
  return [
    // Also where three operators keep it in parts: the seller's is stored all the same.
    'embedding',
    'liveness',
    ...(capture === null ? [] : ['capture']),
    ...(consent === null ? [] : ['consent']),
    ...(subject === null ? [] : ['subject']),
  ];
}
