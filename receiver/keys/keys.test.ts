import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../src/core/bytes.js';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { assertKids, chooseKey } from '../../src/envelope/key.js';
import type { Operators } from '../../src/envelope/recipients.js';
import { exampleOperators } from '../../src/envelope/wire.fixture.js';
import { KEY_LIFETIME_MS, KEY_OVERLAP_MS, type KeyRing, openKeyRing, type RingMemory } from './key-ring.js';
import { writeOwnerOnly } from './owner-only.js';
import { openFolderSecrets, withGiven } from './secret-store.js';
import { KeyLostError, loadSecrets } from './secrets.js';

const START_MS = Date.parse('2025-11-22T10:00:00.000Z');
const SUBMIT_TTL_MS = 900_000;
const SKEW_MS = 300_000;
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

let folder: string;
let nowMs: number;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'candor-keys-')), 'keys');
  nowMs = START_MS;
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

const FIRST: RingMemory = { seq: 0, ifMissing: 'make', remember: async () => {} };
const open = async (memory = FIRST): Promise<KeyRing> =>
  openKeyRing({
    store: await openFolderSecrets(folder),
    now: () => new Date(nowMs),
    submitTtlMs: SUBMIT_TTL_MS,
    memory,
  });
const kids = (ring: KeyRing): string[] => ring.published().keys.map(({ kid }) => kid);

describe('files', () => {
  it('are made on first start for their owner alone: folder 0700, files 0600', async () => {
    await mkdir(folder, { mode: 0o755 });
    await loadSecrets(await openFolderSecrets(folder), random, { mayMake: true });
    await open();
    const names = (await readdir(folder)).sort();
    expect(names).toEqual(['hpke.json', 'principal.key', 'storage.key', 'token.key']);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of names) expect((await stat(join(folder, name))).mode & 0o777, name).toBe(0o600);
  });

  it('are read again, not made again', async () => {
    const secrets = await loadSecrets(await openFolderSecrets(folder), random, { mayMake: true });
    const ring = await open();
    expect(await loadSecrets(await openFolderSecrets(folder), random, { mayMake: true })).toEqual(secrets);
    expect((await open()).published()).toEqual(ring.published());
    expect(new Set([secrets.storage, secrets.token, secrets.principal].map((key) => key.join())).size).toBe(
      3,
    );
  });

  it('that others may read are refused', async () => {
    await loadSecrets(await openFolderSecrets(folder), random, { mayMake: true });
    await open();
    await chmod(join(folder, 'token.key'), 0o640);
    await expect(loadSecrets(await openFolderSecrets(folder), random, { mayMake: true })).rejects.toThrow(
      /readable by others/,
    );
    await chmod(join(folder, 'hpke.json'), 0o644);
    await expect(open()).rejects.toThrow(/readable by others/);
  });

  it('that are given from outside take the place of files, and are not replaced', async () => {
    const given = random(32);
    const store = withGiven(await openFolderSecrets(folder), new Map([['storage.key', given]]));
    const secrets = await loadSecrets(store, random, { mayMake: true });
    expect(secrets.storage).toEqual(given);
    expect((await readdir(folder)).sort()).toEqual(['principal.key', 'token.key']);
    await expect(store.write('storage.key', random(32))).rejects.toThrow(/given from outside/);
  });

  it('that another receiver renewed are read when an envelope names them', async () => {
    const [one, two] = [await open(), await open()];
    const kid = kids(one)[0] ?? '';
    expect((await two.opening(kid)).has(kid)).toBe(true);
    await one.renew();
    const newest = kids(one).at(-1) ?? '';
    expect(kids(two)).not.toContain(newest);
    expect((await two.opening(newest)).has(newest)).toBe(true);
    expect(kids(two)).toEqual(kids(one));
  });

  it('that cannot be replaced leave no copy of what was to be written', async () => {
    await mkdir(join(folder, 'hpke.json'), { recursive: true });
    // A folder of that name stands in for whatever keeps the last step from being taken.
    await expect(writeOwnerOnly(join(folder, 'hpke.json'), 'private')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['hpke.json']);
  });

  it('that are lost are not made again by themselves; when they are, the list goes on at its number', async () => {
    const remembered: number[] = [];
    const remember = async (seq: number): Promise<void> => void remembered.push(seq);
    const before = await open({ ...FIRST, remember });
    await before.renew();
    expect([before.published().seq, remembered.at(-1)]).toEqual([2, 2]);
    const path = join(folder, 'hpke.json');
    const older = JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), seq: 1 });
    await rm(path);
    await expect(open({ seq: 2, ifMissing: 'refuse', remember })).rejects.toThrow(KeyLostError);
    expect(await readdir(folder), 'no new one').toEqual([]);
    expect((await open({ seq: 2, ifMissing: 'make', remember })).published().seq).toBe(3);
    await writeFile(path, older, { mode: 0o600 });
    expect((await open({ seq: 3, ifMissing: 'refuse', remember })).published().seq, 'of a backup').toBe(4);
    expect(remembered.at(-1)).toBe(4);
  });

  it('that are damaged are refused, and left as they are', async () => {
    await open();
    const path = join(folder, 'hpke.json');
    const whole = await readFile(path, 'utf8');
    const other = whole.replace(
      /"kid":"./,
      (start) => `${start.slice(0, -1)}${start.endsWith('A') ? 'B' : 'A'}`,
    );
    for (const damaged of ['{"seq":1}', other]) {
      await writeFile(path, damaged);
      await expect(open()).rejects.toThrow(/damaged/);
      expect(await readFile(path, 'utf8')).toBe(damaged);
    }
    await writeFile(join(folder, 'storage.key'), 'short', { mode: 0o600 });
    await expect(loadSecrets(await openFolderSecrets(folder), random, { mayMake: true })).rejects.toThrow(
      /32 bytes/,
    );
  });
});

describe('the key ring', () => {
  it('offers X-Wing and X25519, each named by its hash, for 30 days', async () => {
    const { keys, seq } = (await open()).published();
    expect(keys.map(({ kem, publicKey }) => [kem, fromBase64Url(publicKey).length])).toEqual([
      ['x-wing', 1_216],
      ['x25519', 32],
    ]);
    await expect(assertKids(keys)).resolves.toBeUndefined();
    expect(seq).toBe(1);
    for (const { notBefore, notAfter } of keys) {
      expect([Date.parse(notBefore), Date.parse(notAfter)]).toEqual([START_MS, START_MS + KEY_LIFETIME_MS]);
    }
  });

  it('never publishes a private key', async () => {
    const ring = await open();
    const published = JSON.stringify(ring.published());
    expect(published).not.toContain('private');
    for (const { privateKey } of (await ring.opening('')).values()) {
      expect(privateKey).toHaveLength(32);
      expect(published).not.toContain(Buffer.from(privateKey).toString('base64url'));
    }
  });

  it('offers the next pair before the last one ends, and destroys the old once nothing can still arrive for it', async () => {
    const ring = await open();
    const old = kids(ring);
    nowMs = START_MS + KEY_LIFETIME_MS - KEY_OVERLAP_MS - 1;
    await ring.rotate();
    expect(kids(ring)).toEqual(old);

    nowMs += 1;
    await ring.rotate();
    const both = kids(ring);
    expect(both.slice(0, 2)).toEqual(old);
    expect(both).toHaveLength(4);
    expect(ring.published().seq).toBe(2);

    nowMs = START_MS + KEY_LIFETIME_MS;
    expect(kids(ring)).toEqual(both.slice(2));
    expect([...(await ring.opening('')).keys()], 'still opens what was sealed before').toEqual(both);

    nowMs += SUBMIT_TTL_MS + SKEW_MS;
    await ring.rotate();
    expect([...(await ring.opening('')).keys()]).toEqual(both.slice(2));
    expect(ring.published().seq, 'the list never grows older').toBe(3);
    const stored = await readFile(join(folder, 'hpke.json'), 'utf8');
    for (const kid of old) expect(stored).not.toContain(kid);
    expect(await readdir(folder), 'and leaves no half-written file').toEqual(['hpke.json']);
  });

  it('starts with new keys after a long sleep', async () => {
    const old = kids(await open());
    nowMs += 400 * 86_400_000;
    const awake = kids(await open());
    expect(awake).toHaveLength(2);
    expect(awake).not.toEqual(expect.arrayContaining(old));
  });

  it('that was made anew by a clock that was ahead offers a pair that is valid now once the clock is right', async () => {
    const ring = await open();
    nowMs += 40 * 86_400_000;
    await ring.rotate();
    const ahead = kids(ring);
    nowMs = START_MS;
    await ring.rotate();
    const { keys } = ring.published();
    expect(ahead).not.toContain(chooseKey(keys, new Date(nowMs)).kid);
    await ring.rotate();
    expect(ring.published().keys, 'and no further one').toEqual(keys);
  });

  it('signs the list for whoever pins the public key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const now = (): Date => new Date(nowMs);
    const ring = await openKeyRing({
      store: await openFolderSecrets(folder),
      now,
      submitTtlMs: SUBMIT_TTL_MS,
      signingKey: privateKey,
      memory: FIRST,
    });
    const { keys, seq, keysSignature = '' } = ring.published();
    const pinned = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }));
    const check = (list: unknown): boolean =>
      verify(null, canonicalBytes(list), pinned, fromBase64Url(keysSignature));
    expect(check({ keys, seq })).toBe(true);
    expect(check({ keys, seq: seq + 1 })).toBe(false);
  });

  it('publishes and signs operators with it, under a higher number whenever they are others', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const { operators } = await exampleOperators('x25519');
    const withOperators = async (named: Operators | undefined) =>
      (
        await openKeyRing({
          store: await openFolderSecrets(folder),
          now: () => new Date(nowMs),
          submitTtlMs: SUBMIT_TTL_MS,
          signingKey: privateKey,
          operators: named,
          memory: FIRST,
        })
      ).published();
    const whole = await withOperators(undefined);
    expect(whole).not.toHaveProperty('operators');
    const split = await withOperators(operators);
    const signed = { keys: whole.keys, operators, seq: whole.seq + 1 };
    const signature = sign(null, canonicalBytes(signed), privateKey);
    expect(split).toEqual({ ...signed, keysSignature: toBase64Url(new Uint8Array(signature)) });
    expect(await withOperators(operators)).toEqual(split);
    const [first, second, third] = operators;
    const renamed = await withOperators([first, second, { ...third, name: 'Another' }]);
    expect(renamed.seq).toBe(split.seq + 1);
    expect((await withOperators(undefined)).seq).toBe(split.seq + 2);
  });
});
