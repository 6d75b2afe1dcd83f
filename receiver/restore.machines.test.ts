import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../src/envelope/wire.js';
import { chooseCommand } from './commands/commands.js';
import { KeyLostError } from './keys/secrets.js';
import { caseFor, verify } from './testing/cases.fixture.js';
import { layDatabase } from './testing/database-image.fixture.js';
import { ciphertextsIn, filesBelow, foundIn, leaveTrace, type Trace } from './testing/forensic.fixture.js';
import { type Harness, newFace, startHarness } from './testing/harness.fixture.js';
import { type PostgresServer, startPostgresServer, systemTool } from './testing/postgres-server.fixture.js';

/** A backup is the database and, apart from it, the keys. Together they are the receiver again; the database alone is nothing. */

const run = promisify(execFile);
const now = (): Date => new Date();
const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'candor-restore-'));
  folders.push(made);
  return made;
}

/** Somebody whose face was there before the disk was lost. */
const face = newFace();
let backup: { readonly database: string; readonly keys: string };
let outcome: Outcome;
let trace: Trace;
beforeAll(async () => {
  const dataDir = await folder();
  await layDatabase(dataDir);
  const harness = await startHarness({ dataDir, databaseUrl: undefined, now });
  outcome = await verify(harness, 'seller-1', { embedding: face });
  trace = await leaveTrace(harness);
  await caseFor(harness, outcome, [trace]);
  await harness.receiver.close();
  backup = { database: join(dataDir, 'database'), keys: join(dataDir, 'keys') };
});
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true, force: true }))));

describe('a backup of the database', () => {
  it('has no key in it, and no embedding as it arrived', async () => {
    const files = await filesBelow(backup.database);
    const names = (await readdir(backup.keys)).filter((name) => name.endsWith('.key'));
    const secrets = await Promise.all(names.map((name) => readFile(join(backup.keys, name))));
    const [seed] = JSON.parse(await readFile(join(backup.keys, 'matrix.json'), 'utf8')).seeds;
    const looked = [
      ...secrets,
      Buffer.from(seed, 'base64url'),
      Buffer.from(seed),
      trace.slotKey,
      trace.plain,
    ];
    expect(names).toHaveLength(3);
    expect([...foundIn(files, looked)]).toEqual([]);
    expect(ciphertextsIn(files, [trace]).size, 'the ciphertext is there to be found').toBe(1);
  });

  it('without the keys does not start, and no key is made in their place', async () => {
    const dataDir = await folder();
    await cp(backup.database, join(dataDir, 'database'), { recursive: true });
    await expect(startHarness({ dataDir, databaseUrl: undefined, now })).rejects.toThrow(KeyLostError);
    const made = await readdir(join(dataDir, 'keys')).catch(() => []);
    expect(made.filter((name) => /[.](key|bin|json)$/.test(name))).toEqual([]);
  });
});

describe('a restore of database and keys into a fresh folder', () => {
  let restored: string;
  beforeAll(async () => {
    restored = await folder();
    await cp(backup.database, join(restored, 'database'), { recursive: true });
    await cp(backup.keys, join(restored, 'keys'), { recursive: true });
  });

  it('is sound, as doctor finds', async () => {
    const { load, args } = chooseCommand(['doctor', '--data', restored]);
    let printed = '';
    const print = (text: string): void => {
      printed += text;
    };
    const env = { DATABASE_URL: '', NODE_ENV: 'test' };
    const status = await (await load()).run({ args, env, print, note: print });
    expect([status, printed]).toEqual([0, expect.not.stringMatching(/^(fault|skipped)/m)]);
    for (const what of ['keys', 'database', 'log']) expect(printed).toMatch(new RegExp(`^ok +${what}:`, 'm'));
  });

  it('finds those who were there, and lets them withdraw by the token of their old receipt', async () => {
    const harness = await startHarness({ dataDir: restored, databaseUrl: undefined, now });
    await expectAsBefore(harness, outcome);
    await harness.receiver.close();
  });
});

const [pgDump, pgRestore] = ['pg_dump', 'pg_restore'].map(systemTool);
const isMissing = pgDump == null || pgRestore == null;

describe.skipIf(isMissing)(
  'a restore of PostgreSQL (skipped: the system has no PostgreSQL 15 or later)',
  () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgresServer();
    });
    afterAll(() => server.stop());

    it('from pg_dump, taken while the receiver runs, finds those who were there and lets them withdraw', async () => {
      const [source, target] = [await server.database(), await server.database()];
      const dataDir = await folder();
      const harness = await startHarness({ dataDir, databaseUrl: source, now });
      const before = await verify(harness, 'seller-1', { embedding: face });
      const dump = join(await folder(), 'candor.dump');
      await run(pgDump ?? '', ['--format=custom', `--file=${dump}`, `--dbname=${source}`]);
      await harness.receiver.close();
      await run(pgRestore ?? '', ['--exit-on-error', `--dbname=${target}`, dump]);
      const restored = await folder();
      await cp(join(dataDir, 'keys'), join(restored, 'keys'), { recursive: true });
      const again = await startHarness({ dataDir: restored, databaseUrl: target, now });
      await expectAsBefore(again, before);
      await again.receiver.close();
    });
  },
);

/** Whoever was there is found, and withdraws by the token of the old receipt; then nobody is left. */
async function expectAsBefore(harness: Harness, outcome: Outcome): Promise<void> {
  const again = await verify(harness, 'seller-2', { embedding: face });
  expect(again.status).toBe('needs_review');
  const own = { Authorization: `Bearer ${outcome.removalToken}` };
  const path = `/verifications/${outcome.verificationId}`;
  expect((await (await harness.send('GET', path, undefined, own)).json()).state).toBe('stored');
  const kept = await harness.receiver.readTemplate(outcome.verificationId);
  expect(kept?.reduce((sum, component, index) => sum + component * (face[index] ?? 0), 0)).toBeCloseTo(1, 5);
  expect((await harness.send('DELETE', path, undefined, own)).status).toBe(200);
  expect(await harness.receiver.readTemplate(outcome.verificationId)).toBeNull();
  await harness.send('DELETE', `/verifications/${again.verificationId}`, undefined, {
    Authorization: `Bearer ${again.removalToken}`,
  });
  expect((await verify(harness, 'seller-3', { embedding: face })).status, 'nobody is left').toBe(
    'no_duplicate',
  );
}
