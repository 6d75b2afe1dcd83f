import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { loadSecrets } from '../../receiver/keys/secrets.js';
import type { Database } from '../../receiver/store/database.js';
import { remember } from '../../receiver/store/memory.js';
import { openDatabase } from '../../receiver/store/open-database.js';
import { envelopes, optOuts, templates } from '../../receiver/store/schema.js';

/** Works on the database of a folder that no receiver holds. */
export async function withDatabase<T>(dataDir: string, work: (database: Database) => Promise<T>): Promise<T> {
  const { database, close } = await openDatabase(undefined, dataDir);
  try {
    return await work(database);
  } finally {
    await close();
  }
}

/** Verifications that were to be deleted a day ago, in a database whose receiver last ran then. */
export async function seedDue(dataDir: string, count: number, lastSeen: Date): Promise<void> {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  await loadSecrets(join(dataDir, 'keys'), random, { mayMake: true });
  return withDatabase(dataDir, async (database) => {
    await database.execute(sql`
      insert into verifications (verification_id, session_id, body_hash, state, status, basis, received_at, decided_at,
        delete_after, subject, locale, purpose_ids, notice_hash, consent_hash, asked, liveness, threshold, test)
      select 'due-' || n, 'session-' || n, '', 'stored', 'needs_review', 'matching_not_configured', now() - interval '91 days',
        now() - interval '91 days', now() - interval '1 day', 'seller-' || n, 'en', '[]', '', '', '[]', '{}', '{}', false
      from generate_series(1, ${sql.raw(String(count))}) n`);
    await database.execute(sql`
      insert into templates select verification_id, 'dlib-resnet-v1', '', 128, ''::bytea from verifications`);
    await database.execute(sql`insert into envelopes select verification_id, ''::bytea from verifications`);
    await database.execute(sql`
      insert into opt_outs select 'case-' || n, 'id-document', null, 'en', null, now() - interval '91 days',
        now() - interval '1 day', false from generate_series(1, ${sql.raw(String(count))}) n`);
    await remember(database, 'last-seen', lastSeen.toISOString());
  });
}

export function countHeld(dataDir: string): Promise<Record<'templates' | 'envelopes' | 'optOuts', number>> {
  return withDatabase(dataDir, async (database) => ({
    templates: await database.$count(templates),
    envelopes: await database.$count(envelopes),
    optOuts: await database.$count(optOuts),
  }));
}
