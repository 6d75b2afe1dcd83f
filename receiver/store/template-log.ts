import { and, asc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { inBatches } from './batches.js';
import type { Database } from './database.js';
import { templateLog, templates, verifications } from './schema.js';

/** What indexes in memory are filled from and follow. */

/** Any number that no other advisory lock of the receiver has: "candor" and a count. */
const TEMPLATE_LOG_LOCK = 0x63616e_02;

/** On which receivers hear that the transaction of somebody who changed templates has ended. */
export const TEMPLATE_CHANNEL = 'candor_templates';

/** From here until the transaction ends nobody else adds or removes a template: what is read afterwards is all there is. Who
 * listens is told at its end, by the same statement. */
export async function lockTemplates(transaction: Database): Promise<void> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(${TEMPLATE_LOG_LOCK}), pg_notify(${TEMPLATE_CHANNEL}, '')`,
  );
}

/** Tells who listens, of something else than a template. */
export async function tellFollowers(database: Database): Promise<void> {
  await database.execute(sql`select pg_notify(${TEMPLATE_CHANNEL}, '')`);
}

export type TemplateChange = Pick<typeof templateLog.$inferSelect, 'seq' | 'kind' | 'verificationId'>;

/** The verifications whose templates were added. */
export function insertedIn(changes: readonly TemplateChange[]): readonly string[] {
  return changes.flatMap(({ kind, verificationId }) => (kind === 'insert' ? [verificationId] : []));
}

/** Notes changes of `templates` in the transaction that makes them, under {@link lockTemplates}: so the order of the numbers is
 * the order of the commits, and whoever has seen one has seen all before it. */
export async function logTemplates(
  transaction: Database,
  kind: 'insert' | 'remove',
  verificationIds: readonly string[],
  at: Date,
): Promise<void> {
  if (verificationIds.length === 0) return;
  await transaction
    .insert(templateLog)
    .values(verificationIds.map((verificationId) => ({ kind, verificationId, at })));
}

/** Notes that templates are stored under this matrix from here on. */
export async function logMatrix(transaction: Database, transformId: string, at: Date): Promise<void> {
  await lockTemplates(transaction);
  await transaction.insert(templateLog).values({ kind: 'matrix', verificationId: transformId, at });
}

/** Changes after `seq`, the oldest first. */
export function changesAfter(database: Database, seq: number, atMost: number): Promise<TemplateChange[]> {
  const { kind, verificationId } = templateLog;
  return database
    .select({ seq: templateLog.seq, kind, verificationId })
    .from(templateLog)
    .where(gt(templateLog.seq, seq))
    .orderBy(asc(templateLog.seq))
    .limit(atMost);
}

/** The number of the newest change; 0 before the first. */
export async function newestChange(database: Database): Promise<number> {
  const [row] = await database.select({ seq: sql<string | null>`max(${templateLog.seq})` }).from(templateLog);
  return Number(row?.seq ?? 0);
}

/** Forgets changes from before `before`. Returns how many. */
export function pruneChanges(database: Database, before: Date): Promise<number> {
  return inBatches(async (size) => {
    const due = database
      .select({ seq: templateLog.seq })
      .from(templateLog)
      .where(lt(templateLog.at, before))
      .limit(size);
    return (
      await database
        .delete(templateLog)
        .where(inArray(templateLog.seq, due))
        .returning({ seq: templateLog.seq })
    ).length;
  });
}

export interface Model {
  readonly modelId: string;
  readonly modelSha256: string;
}

/** A stored template with what the search has to know of its verification. */
export type StoredTemplate = typeof templates.$inferSelect & {
  readonly subject: string | null;
  readonly deleteAfter: Date;
};

/** Templates of one model: those with these ids. */
export function templatesOf(
  database: Database,
  model: Model,
  verificationIds: readonly string[],
): Promise<StoredTemplate[]> {
  if (verificationIds.length === 0) return Promise.resolve([]);
  return selectTemplates(database).where(
    and(isOf(model), inArray(templates.verificationId, [...verificationIds])),
  );
}

/** Templates of one model, by id, from after `after` on. */
export function templatesAfter(
  database: Database,
  model: Model,
  after: string,
  atMost: number,
): Promise<StoredTemplate[]> {
  return selectTemplates(database)
    .where(and(isOf(model), gt(templates.verificationId, after)))
    .orderBy(asc(templates.verificationId))
    .limit(atMost);
}

const isOf = ({ modelId, modelSha256 }: Model) =>
  and(eq(templates.modelId, modelId), eq(templates.modelSha256, modelSha256));

function selectTemplates(database: Database) {
  const { verificationId, modelId, modelSha256, transformId, dim, slotId, sealed, groups } = templates;
  const { subject, deleteAfter } = verifications;
  return database
    .select({
      verificationId,
      modelId,
      modelSha256,
      transformId,
      dim,
      slotId,
      sealed,
      groups,
      subject,
      deleteAfter,
    })
    .from(templates)
    .innerJoin(verifications, eq(verifications.verificationId, templates.verificationId));
}
