import { randomUUID } from 'node:crypto';
import type { ReceiverContext } from '../context.js';
import { templates, verifications } from '../store/schema.js';
import { lockTemplates, logTemplates } from '../store/template-log.js';
import { findVerification } from '../store/verifications.js';
import { gallery } from './people.js';

/** Templates in one transaction. */
const BATCH = 500;

/** Stores so many synthetic verifications as copies of one that came through the front door: each with its own template, key slot and
 * row of the log, two or three of each person.
 * @returns seconds that it took. */
export async function storePeople(
  context: ReceiverContext,
  exampleId: string,
  count: number,
): Promise<number> {
  const startedAt = performance.now();
  for (let stored = 0; stored < count; stored += BATCH)
    await storeBatch(context, exampleId, Math.min(BATCH, count - stored));
  return (performance.now() - startedAt) / 1_000;
}

async function storeBatch(
  { database, templates: sealed, config }: ReceiverContext,
  exampleId: string,
  count: number,
): Promise<void> {
  const example = await findVerification(database, exampleId);
  if (example === null) throw new Error('the example is not stored');
  const { modelId, modelSha256 } = config.threshold;
  const rows = await Promise.all(
    Array.from(gallery(count), ({ vector }) =>
      sealed.seal({ verificationId: randomUUID(), modelId, modelSha256 }, vector),
    ),
  );
  await database.transaction(async (transaction) => {
    await lockTemplates(transaction);
    const copies = rows.map(({ verificationId }) => ({
      ...example,
      verificationId,
      sessionId: randomUUID(),
      subject: `seller-${verificationId}`,
    }));
    await transaction.insert(verifications).values(copies);
    await transaction.insert(templates).values(rows.map((row) => ({ ...row, groups: [] })));
    const ids = rows.map(({ verificationId }) => verificationId);
    await logTemplates(transaction, 'insert', ids, example.receivedAt);
  });
}
