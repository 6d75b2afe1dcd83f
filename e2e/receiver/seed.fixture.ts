import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { openKeyRing } from '../../receiver/keys/key-ring.js';
import { openFolderSecrets } from '../../receiver/keys/secret-store.js';
import { loadSecrets } from '../../receiver/keys/secrets.js';
import { openTemplateKeys } from '../../receiver/keys/template-keys.js';
import { SUBMIT_TTL_MS } from '../../receiver/lifetimes.js';
import type { Random } from '../../receiver/options.js';
import type { Database, OpenDatabase } from '../../receiver/store/database.js';
import { remember } from '../../receiver/store/memory.js';
import { openDatabase } from '../../receiver/store/open-database.js';
import { optOuts, templates } from '../../receiver/store/schema.js';

/** Works on the database of a folder that no receiver holds. */
export async function withDatabase<T>(dataDir: string, work: (database: Database) => Promise<T>): Promise<T> {
  return withOpen(dataDir, ({ database }) => work(database));
}

async function withOpen<T>(dataDir: string, work: (open: OpenDatabase) => Promise<T>): Promise<T> {
  const open = await openDatabase(undefined, dataDir);
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

/** Verifications that were to be deleted a day ago, in a database whose receiver last ran then. */
export async function seedDue(dataDir: string, count: number, lastSeen: Date): Promise<void> {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const folder = join(dataDir, 'keys');
  const store = await openFolderSecrets(folder);
  await loadSecrets(store, random, { mayMake: true });
  const memory = { seq: 0, ifMissing: 'make', remember: async () => {} } as const;
  await openKeyRing({ store, now: () => lastSeen, submitTtlMs: SUBMIT_TTL_MS, memory });
  return withOpen(dataDir, async (open) => {
    const { database } = open;
    await database.execute(sql`
      insert into verifications (verification_id, session_id, body_hash, state, status, basis, received_at, decided_at,
        delete_after, subject, locale, purpose_ids, notice_hash, consent_hash, asked, liveness, threshold, test)
      select 'due-' || n, 'session-' || n, '', 'stored', 'needs_review', 'matching_not_configured', now() - interval '91 days',
        now() - interval '91 days', now() - interval '1 day', 'seller-' || n, 'en', '[]', '', '', '[]', '{}', '{}', false
      from generate_series(1, ${sql.raw(String(count))}) n`);
    await seedTemplates(folder, open, count, random);
    await database.execute(sql`
      insert into opt_outs select 'case-' || n, 'id-document', null, 'en', null, now() - interval '91 days',
        now() - interval '1 day', false from generate_series(1, ${sql.raw(String(count))}) n`);
    await remember(database, 'last-seen', lastSeen.toISOString());
  });
}

/** A template with a slot of its own for each of those verifications. */
async function seedTemplates(
  folder: string,
  open: OpenDatabase,
  count: number,
  random: Random,
): Promise<void> {
  const { database } = open;
  const store = await openFolderSecrets(folder);
  const place = { kind: 'own_folder', folder } as const;
  const use = { place, store, open, random, dim: 128, isFleeting: false };
  const { slots, transforms } = await openTemplateKeys(use);
  const { transformId } = transforms.current;
  const made = await Promise.all(Array.from({ length: count }, () => slots.create()));
  await slots.close();
  const common = { modelId: 'dlib-resnet-v1', modelSha256: '', transformId, dim: 128, groups: [] };
  const rows = made.map(({ slotId }, at) => ({
    ...common,
    verificationId: `due-${at + 1}`,
    slotId,
    sealed: new Uint8Array(),
  }));
  for (let at = 0; at < rows.length; at += 5_000)
    await database.insert(templates).values(rows.slice(at, at + 5_000));
}

export function countHeld(dataDir: string): Promise<Record<'templates' | 'optOuts', number>> {
  return withDatabase(dataDir, async (database) => ({
    templates: await database.$count(templates),
    optOuts: await database.$count(optOuts),
  }));
}
