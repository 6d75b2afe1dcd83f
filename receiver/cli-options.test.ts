import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOPBACK_ORIGINS } from './allowed-origins.js';
import { readCliOptions } from './cli-options.js';
import { checkOptions } from './options.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-cli-options-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the options of the command', () => {
  it('are loose on a developer’s machine and strict in production', async () => {
    const loose = await readCliOptions([], {});
    expect(loose?.receiver).toMatchObject({ maxAttempts: 200, allowedOrigins: LOOPBACK_ORIGINS });
    const strict = await readCliOptions([], { NODE_ENV: 'production' });
    expect(strict?.receiver.allowedOrigins).toEqual([]);
    expect(strict?.receiver.maxAttempts).toBeUndefined();
  });

  it('come from arguments before the environment', async () => {
    const env = { RECEIVER_PORT: '1', DATABASE_URL: 'postgres://db/x' };
    expect(await readCliOptions(['--port', '0'], env)).toMatchObject({
      port: 0,
      receiver: { databaseUrl: env.DATABASE_URL },
    });
    expect(await readCliOptions([], env)).toMatchObject({ port: 1 });
    const args = [
      '--allow-origin',
      'https://a.example',
      '--allow-origin',
      'https://b.example',
      '--max-attempts',
      '7',
    ];
    expect(await readCliOptions(args, {})).toMatchObject({
      receiver: { allowedOrigins: ['https://a.example', 'https://b.example'], maxAttempts: 7 },
    });
    expect(await readCliOptions(['--help'], {})).toBeNull();
  });

  it.each([
    [['--port', '70000']],
    [['--port', 'x']],
    [['--max-attempts', '-1']],
    [['--trust-proxy']],
    [['--trust-proxy', 'yes']],
    [['--test-challenge', 'wink@1000']],
    [['--test-challenge', 'turn-left@9000']],
    [['--test-outcome', 'rejected']],
    [['--signing-key', '/nowhere/key.pem']],
    [['--unknown']],
  ])('refuse %j', async (args) => {
    await expect(readCliOptions(args, {})).rejects.toThrow();
  });

  it.each([
    [['--port', 'hunter2']],
    [['--light=hunter2']],
    [['--light', 'hunter2']],
    [['--trust-proxy', 'hunter2']],
    [['--index', 'hunter2']],
    [['--keys', '/x', '--master-key', 'hunter2']],
    [['--storage-key', 'hunter2']],
    [['--webhook-secret', 'hunter2']],
    [['--webhook-url', 'hunter2']],
    [['--allow-origin', 'hunter2']],
    [['--allow-header', 'hunter2 ']],
    [['--signing-key', 'hunter2']],
    [['--test-challenge', 'hunter2']],
    [['--test-challenge', 'turn-left@hunter2']],
    [['--test-challenge', 'turn-left@3000,hunter2@1']],
    [['--test-outcome', 'hunter2']],
  ])('say what is wrong with %j without its value', async (args) => {
    const judge = async () => {
      const options = await readCliOptions(args, {});
      if (options !== null) checkOptions(options.receiver, false);
    };
    const thrown: unknown = await judge().then(
      () => expect.fail('it was taken'),
      (error: unknown) => error,
    );
    const words = inspect(thrown, { depth: 9, showHidden: true });
    expect(words).not.toContain('hunter2');
    expect(thrown).toBeInstanceOf(Error);
  });

  it.each([[['--test-challenge', 'turn-left@1100,turn-right@3000']], [['--test-outcome', 'no_duplicate']]])(
    'are refused in production with %j',
    async (flags) => {
      const args = [...flags, '--allow-origin', 'https://shop.example'];
      const options = await readCliOptions(args, { NODE_ENV: 'production' });
      if (options === null) throw new Error('no help was asked for');
      expect(() => checkOptions(options.receiver, true)).toThrow(/refused with NODE_ENV=production/);
    },
  );

  it('take an Ed25519 key and no other', async () => {
    const path = join(folder, 'signing.pem');
    const pem = { type: 'pkcs8', format: 'pem' } as const;
    await writeFile(path, generateKeyPairSync('ed25519').privateKey.export(pem));
    const options = await readCliOptions(['--signing-key', path], {});
    expect(options?.receiver.signingKey?.asymmetricKeyType).toBe('ed25519');
    await writeFile(path, generateKeyPairSync('x25519').privateKey.export(pem));
    await expect(readCliOptions(['--signing-key', path], {})).rejects.toThrow(/Ed25519/);
  });
});
