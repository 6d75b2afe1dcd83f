import { randomUUID } from 'node:crypto';
import { chmod, link, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealFor, startHarness } from '../testing/harness.fixture.js';
import { chooseCommand } from './commands.js';
import { withDatabase } from './open-stored.js';

/** The commands on a folder in which a receiver has worked, in this process. */

let dataDir: string;
const now = (): Date => new Date();

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'candor-commands-'));
  const harness = await startHarness({ dataDir, databaseUrl: undefined, now });
  const session = await harness.openSession();
  const answer = await harness.deliver(await sealFor(await harness.discover(), session));
  expect(answer.status).toBe(201);
  await harness.close();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

interface Ended {
  readonly status: number;
  readonly printed: string;
}

async function run(words: string, ...flags: readonly string[]): Promise<Ended> {
  const chosen = chooseCommand([...words.split(' '), '--data', dataDir, ...flags]);
  const command = await chosen.load();
  let printed = '';
  const print = (text: string): void => {
    printed += text;
  };
  const env = { DATABASE_URL: '', NODE_ENV: 'test' };
  const status = await command.run({ args: chosen.args, env, print, note: print });
  return { status, printed };
}

describe('candor-receiver', () => {
  it.each(['migrate', 'doctor', 'keys rotate', 'matrix rotate', 'log verify'])(
    '%s has help',
    async (words) => {
      const { status, printed } = await run(words, '--help');
      expect(status).toBe(0);
      expect(printed).toMatch(new RegExp(`^candor-receiver ${words}`));
      expect(printed).toContain('--max-attempts');
    },
  );

  it('migrate finds the tables as the start left them', async () => {
    expect(await run('migrate')).toEqual({
      status: 0,
      printed: expect.stringMatching(/^0 of \d+ migrations applied now, 0 left\n$/),
    });
  });

  it('matrix rotate moves every template', async () => {
    const moved = {
      status: 0,
      printed: expect.stringMatching(/^1 templates are under the matrix [\w-]{22}\n$/),
    };
    expect(await run('matrix rotate')).toEqual(moved);
    expect(await run('matrix rotate'), 'as often as wanted').toEqual(moved);
  });

  it('vectors drop finds none where none were kept', async () => {
    expect(await run('vectors drop')).toEqual({ status: 0, printed: 'there are no vectors\n' });
  });

  it('keys rotate offers a new pair beside the one that is in use', async () => {
    const { status, printed } = await run('keys rotate');
    expect(status).toBe(0);
    expect(printed.match(/ x-wing until /g)).toHaveLength(2);
    expect(printed.match(/ x25519 until /g)).toHaveLength(2);
  });

  it('keys rotate alone makes new pairs where hpke.json is lost, and their list has a later number', async () => {
    const path = join(dataDir, 'keys/hpke.json');
    const { seq } = JSON.parse(await readFile(path, 'utf8'));
    await rm(path);
    await expect(startHarness({ dataDir, databaseUrl: undefined, now })).rejects.toThrow(
      /hpke\.json is missing, although .*candor-receiver keys rotate/,
    );
    expect(await run('doctor')).toMatchObject({
      status: 1,
      printed: expect.stringMatching(/^fault +keys: hpke\.json is missing/m),
    });
    await expect(readFile(path), 'nothing has made one').rejects.toThrow('ENOENT');
    expect(await run('keys rotate')).toMatchObject({ status: 0 });
    expect(JSON.parse(await readFile(path, 'utf8')).seq).toBeGreaterThan(seq);
    expect(await run('doctor')).toMatchObject({ status: 0 });
  });

  it('log verify prints the newest hash, and looks for one that was kept', async () => {
    const { status, printed } = await run('log verify', '--expect=another');
    expect([status, printed]).toEqual([
      1,
      expect.stringMatching(/^intact: [1-9]\d* rows, newest \S{43}\nno row has the hash another/),
    ]);
  });

  it('doctor finds a sound deployment sound, but for a gallery that the threshold is too low for', async () => {
    const { status, printed } = await run('doctor', '--gallery-size', '100000');
    expect([status, printed]).toEqual([0, expect.not.stringMatching(/^fault/m)]);
    for (const what of ['configuration', 'disk', 'keys', 'database', 'clock', 'log'])
      expect(printed).toMatch(new RegExp(`^ok +${what}:`, 'm'));
    expect(printed).toMatch(/^warning +threshold: .*100000 are expected$/m);
  });

  it('doctor names what a write that was cut short has left, and the next start removes it', async () => {
    const keys = join(dataDir, 'keys');
    const names = (await readdir(keys)).filter((name) => !name.startsWith('slots'));
    const left = [...names, 'slots.bin'].map((name) => join(keys, `${name}.${randomUUID()}`));
    for (const path of left) await writeFile(path, '{"privateKey":', { mode: 0o600 });
    const other = join(keys, 'hpke.json.backup');
    await writeFile(other, 'an operator’s own', { mode: 0o600 });
    // A second name of the same bytes shows what becomes of them.
    const held = join(dataDir, 'held');
    await link(left[0] ?? '', held);
    const { status, printed } = await run('doctor');
    expect(status).toBe(0);
    for (const path of left) expect(printed).toContain(`warning keys: ${path} is left of a write`);
    await (await startHarness({ dataDir, databaseUrl: undefined, now })).close();
    expect((await readdir(keys)).sort()).toEqual([...names, 'hpke.json.backup', 'slots.bin'].sort());
    expect(await readFile(held, 'latin1'), 'overwritten').not.toContain('privateKey');
    await Promise.all([other, held].map((path) => rm(path)));
  });

  it('doctor names what is wrong with the configuration, all of it', async () => {
    const file = join(dataDir, 'wrong.json');
    await writeFile(file, JSON.stringify({ port: 99_999, alternatives: [], notices: {} }));
    const { status, printed } = await run('doctor', '--config', file);
    expect(status).toBe(1);
    for (const field of ['port', 'alternatives', 'notices'])
      expect(printed).toContain(`fault   configuration: ${field}: `);
  });

  it('doctor finds keys that others can read, and keys that the records were not made with', async () => {
    await chmod(join(dataDir, 'keys/principal.key'), 0o644);
    await writeFile(join(dataDir, 'keys/token.key'), new Uint8Array(32));
    const { status, printed } = await run('doctor');
    expect(status).toBe(1);
    expect(printed).toMatch(/principal\.key is open to others \(mode 644\)/);
    expect(printed).toMatch(/^fault +keys: token\.key is another/m);
  });

  it('doctor and log verify find a row of the log that was altered', async () => {
    const config = { databaseUrl: undefined, dataDir, index: 'exact' as const };
    await withDatabase(config, 'leave', (database) =>
      database.execute(sql`update audit_log set about = 'another' where seq = 1`),
    );
    expect(await run('log verify')).toEqual({ status: 1, printed: 'broken at row 1\n' });
    expect(await run('doctor')).toMatchObject({
      status: 1,
      printed: expect.stringMatching(/^fault +log: the chain is broken at row 1$/m),
    });
  });

  it('doctor makes nothing where nothing is', async () => {
    const { status, printed } = await run('doctor', '--data', join(dataDir, 'nowhere'));
    expect(status).toBe(0);
    expect(printed).toMatch(/^skipped +folder/m);
    expect(printed).toMatch(/^skipped +database/m);
  });
});
