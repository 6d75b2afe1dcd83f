import { createHash } from 'node:crypto';
import { asc, desc, gt, type InferSelectModel, sql } from 'drizzle-orm';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import type { Database } from './database.js';
import type { AuditDetail, AuditKind } from './kinds.js';
import { auditLog } from './schema.js';

/** The append-only log. Whoever can write to the database can also write the whole chain anew: what shows that is a hash
 * of the newest row that was kept elsewhere (`candor-receiver log verify` prints it). */

export interface AuditEntry {
  readonly kind: AuditKind;
  /** A verification id, a case id or another name of what it happened to; never a subject or an address. */
  readonly about: string;
  readonly at: Date;
  readonly details?: Readonly<Record<string, AuditDetail>> | undefined;
}

type AuditRow = InferSelectModel<typeof auditLog>;

/** What stands in the first row in place of a hash. */
const NO_HASH = '';
/** Any number that no other advisory lock of the receiver has: "candor" and a count. */
const AUDIT_LOCK = 0x63616e_01;
const ROWS_AT_ONCE = 1_000;

/** Adds rows to the chain, in the caller's transaction. From here until that ends, nobody else adds any: the order of the
 * rows is the order of the commits. Call it late in a transaction. */
export async function appendAudit(transaction: Database, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await transaction.execute(sql`select pg_advisory_xact_lock(${AUDIT_LOCK})`);
  const [newest] = await transaction.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
  const rows: AuditRow[] = [];
  for (const entry of entries) rows.push(chained(entry, rows.at(-1) ?? newest));
  await transaction.insert(auditLog).values(rows);
}

function chained(
  { kind, about, at, details = {} }: AuditEntry,
  previous: Pick<AuditRow, 'seq' | 'hash'> | undefined,
): AuditRow {
  const row = {
    seq: (previous?.seq ?? 0) + 1,
    at,
    kind,
    about,
    details,
    previousHash: previous?.hash ?? NO_HASH,
  };
  return { ...row, hash: hashOf(row) };
}

/** base64url of the SHA-256 of the row's canonical JSON (RFC 8785) without its own hash. */
function hashOf({ seq, at, kind, about, details, previousHash }: Omit<AuditRow, 'hash'>): string {
  const document = { seq, at: at.toISOString(), kind, about, details, previousHash };
  return createHash('sha256').update(canonicalBytes(document)).digest('base64url');
}

export type AuditVerification =
  | {
      readonly kind: 'intact';
      readonly rows: number;
      readonly newestHash: string;
      /** Whether a row has the hash that was asked for. */
      readonly isExpectedThere: boolean;
    }
  /** `seq`: the first row that does not follow from the one before. */
  | { readonly kind: 'broken'; readonly seq: number };

/** Computes the whole chain anew, a thousand rows at a time. A row missing at the end is not seen: compare `newestHash` with
 * one that was kept elsewhere.
 * @param expected - such a hash: is it still in the chain? */
export async function verifyAudit(database: Database, expected?: string): Promise<AuditVerification> {
  let isExpectedThere = false;
  let previous: Pick<AuditRow, 'seq' | 'hash'> = { seq: 0, hash: NO_HASH };
  for (;;) {
    const rows = await database
      .select()
      .from(auditLog)
      .where(gt(auditLog.seq, previous.seq))
      .orderBy(asc(auditLog.seq))
      .limit(ROWS_AT_ONCE);
    for (const row of rows) {
      if (!follows(row, previous)) return { kind: 'broken', seq: row.seq };
      isExpectedThere ||= row.hash === expected;
      previous = row;
    }
    if (rows.length === 0)
      return { kind: 'intact', rows: previous.seq, newestHash: previous.hash, isExpectedThere };
  }
}

function follows(row: AuditRow, previous: Pick<AuditRow, 'seq' | 'hash'>): boolean {
  return row.seq === previous.seq + 1 && row.previousHash === previous.hash && row.hash === hashOf(row);
}
