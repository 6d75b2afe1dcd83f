import { sql } from 'drizzle-orm';
import { peekSecretStore } from '../keys/key-place.js';
import type { SecretStore } from '../keys/secret-store.js';
import { fingerprintOf } from '../keys/secrets.js';
import type { ReceiverConfig } from '../options.js';
import { verifyAudit } from '../store/audit-log.js';
import type { Database } from '../store/database.js';
import { isPostgres } from '../store/database-url.js';
import { migrationState } from '../store/migration-state.js';
import { memory } from '../store/schema.js';
import { isEmpty } from '../store/verifications.js';
import type { Finding } from './finding.js';
import { findInCommits } from './in-commits.js';
import { findInMasterKeys } from './in-master-keys.js';
import { findInRemovals } from './in-removals.js';
import { findInSlots } from './in-slots.js';

/** How far a database server's clock may be from this machine's, ms. */
const MOST_APART_MS = 60_000;
/** Beyond this, a start asks for `--accept-clock` where anything is due. */
const BELIEVED_GAP_MS = 7 * 86_400_000;

/** Tables, clock, key files against what the records were made with, and the log. */
export async function findInDatabase(
  database: Database,
  config: ReceiverConfig,
): Promise<readonly Finding[]> {
  const { known, pending, unknown } = await migrationState(database);
  if (unknown > 0) {
    const words = `${unknown} migrations are of a newer version, which this one does not know: start that version`;
    return [{ kind: 'fault', what: 'database', words }];
  }
  if (pending === known)
    return [{ kind: 'skipped', what: 'database', words: 'it is empty; the first start makes the tables' }];
  if (pending > 0) {
    const words = `${pending} of ${known} migrations are left: candor-receiver migrate`;
    return [{ kind: 'fault', what: 'database', words }];
  }
  return [
    { kind: 'ok', what: 'database', words: `reached, ${known} migrations` },
    await findInClock(database, config.now()),
    ...(isPostgres(config.databaseUrl) ? [await findInCommits(database)] : []),
    ...(await findInFingerprints(database, config)),
    ...(await findInMasterKeys(database, config)),
    ...(await findInSlots(database, config)),
    ...(await findInRemovals(database, config)),
    await findInLog(database),
  ];
}

async function findInClock(database: Database, now: Date): Promise<Finding> {
  const what = 'clock';
  const theirs = sql<string>`(extract(epoch from clock_timestamp()) * 1000)::text`;
  const [row] = await database.select({ theirs }).from(sql`(select 1) as one`);
  const apartMs = Math.abs(Number(row?.theirs) - now.getTime());
  if (apartMs > MOST_APART_MS)
    return { kind: 'fault', what, words: `${Math.round(apartMs / 1_000)} s from the database’s` };
  const remembered = await database.select().from(memory);
  const last = remembered.find(({ name }) => name === 'last-seen')?.value ?? now.toISOString();
  const gapMs = now.getTime() - Date.parse(last);
  if (gapMs < -MOST_APART_MS) return { kind: 'fault', what, words: `it is before the last run, ${last}` };
  if (gapMs > BELIEVED_GAP_MS)
    return { kind: 'warning', what, words: `the last run was ${last}: a start may ask for --accept-clock` };
  return { kind: 'ok', what, words: now.toISOString() };
}

/** The database keeps a keyed hash of each key that its records were made with, as `storage.key`. */
async function findInFingerprints(database: Database, config: ReceiverConfig): Promise<readonly Finding[]> {
  const what = 'keys';
  const store = peekSecretStore(config, { database });
  const remembered = await database.select().from(memory);
  const findings: Finding[] = [];
  for (const name of ['storage.key', 'token.key', 'principal.key'] as const) {
    const known = remembered.find((one) => one.name === name)?.value;
    if (known === undefined) continue;
    const key = await store.read(name).catch(() => null);
    if (key === null)
      findings.push({ kind: 'fault', what, words: `${name} is missing, or cannot be trusted` });
    else if (fingerprintOf(key) === known) findings.push({ kind: 'ok', what, words: `${name} is the one` });
    else findings.push({ kind: 'fault', what, words: `${name} is another than the records were made with` });
  }
  return [...findings, ...(await findInPairs(database, store))];
}

/** The pairs that envelopes are sealed for: nothing that is stored needs them, but a start refuses without them. */
async function findInPairs(database: Database, store: SecretStore): Promise<readonly Finding[]> {
  const what = 'keys';
  if (await isEmpty(database)) return [];
  const pairs = await store.read('hpke.json').catch(() => null);
  return pairs === null
    ? [{ kind: 'fault', what, words: 'hpke.json is missing, or cannot be trusted' }]
    : [{ kind: 'ok', what, words: 'hpke.json is there' }];
}

async function findInLog(database: Database): Promise<Finding> {
  const result = await verifyAudit(database);
  return result.kind === 'intact'
    ? { kind: 'ok', what: 'log', words: `${result.rows} rows, one chain` }
    : { kind: 'fault', what: 'log', words: `the chain is broken at row ${result.seq}` };
}
