import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { share } from '../sharing.js';
import { seededWords } from '../three-parties.fixture.js';
import { settingsOf } from './config.js';
import { lockFolder } from './folder-lock.js';
import { readOrMake } from './owner-only.js';
import { assertReceipt, ReceiptSigner } from './receipts.js';
import { openShares, type ShareBinding, sealShares } from './sealing.js';
import { SlotKeys } from './slot-keys.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-stored-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const keyOf = (value: number): Uint8Array => new Uint8Array(32).fill(value);
const damaged = expect.objectContaining({ code: 'shares.damaged' });

describe('sealed shares', () => {
  const [shares] = share('arithmetic', seededWords(81)(16));
  const keys = { storageKey: keyOf(1), slotKey: keyOf(2) };
  const binding: ShareBinding = { party: 0, model: 'm', template: 'a', epoch: 3 };

  it('open with both keys', () => {
    expect(openShares(keys, binding, sealShares(keys, binding, shares), 16)).toEqual(shares);
  });

  it.each([
    { other: 'storage key', opening: { ...keys, storageKey: keyOf(9) }, as: binding },
    { other: 'slot key', opening: { ...keys, slotKey: keyOf(9) }, as: binding },
    { other: 'template', opening: keys, as: { ...binding, template: 'b' } },
    { other: 'refresh', opening: keys, as: { ...binding, epoch: 2 } },
    { other: 'operator', opening: keys, as: { ...binding, party: 1 as const } },
  ])('open as nothing under another $other', ({ opening, as }) => {
    const sealed = sealShares(keys, binding, shares);
    expect(() => openShares(opening, as, sealed, 16)).toThrow(damaged);
  });

  it('open as nothing when a bit is changed', () => {
    const sealed = sealShares(keys, binding, shares);
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    expect(() => openShares(keys, binding, sealed, 16)).toThrow(damaged);
  });
});

describe('the keys of rows', () => {
  it('are gone from the file when they are destroyed, and their places are used again', async () => {
    const path = join(folder, 'slots.bin');
    const keys = await SlotKeys.open(path);
    const [first, second] = await keys.take(2);
    if (first === undefined || second === undefined) throw new TypeError('two');
    expect(await keys.keyOf(first.number)).toEqual(Buffer.from(first.key));
    await keys.destroy([first.number]);
    await expect(keys.keyOf(first.number)).rejects.toThrow(damaged);
    const content = await readFile(path);
    expect(content.includes(Buffer.from(first.key))).toBe(false);
    expect(content.includes(Buffer.from(second.key))).toBe(true);
    expect((await keys.take(1))[0]?.number).toBe(first.number);
    await keys.close();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('that no row names are gone after the next start', async () => {
    const path = join(folder, 'swept.bin');
    const before = await SlotKeys.open(path);
    const [lost, kept] = await before.take(2);
    await before.close();
    const after = await SlotKeys.open(path);
    await after.keepOnly(new Set([kept?.number ?? -1]));
    expect(await after.keyOf(kept?.number ?? -1)).toEqual(Buffer.from(kept?.key ?? []));
    await expect(after.keyOf(lost?.number ?? -1)).rejects.toThrow(damaged);
    expect((await after.take(1))[0]?.number).toBe(lost?.number);
    await after.close();
  });
});

describe('a key file', () => {
  it('is made once, for its owner alone, and refused where others may read it', async () => {
    const path = join(folder, 'keys', 'storage.key');
    const made = await readOrMake(path, () => keyOf(5));
    expect(await readOrMake(path, () => keyOf(6))).toEqual(made);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const open = join(folder, 'open.key');
    await writeFile(open, keyOf(7), { mode: 0o644 });
    await expect(readOrMake(open, () => keyOf(8))).rejects.toThrow(damaged);
  });
});

describe('a folder', () => {
  it('is one node’s at a time, and free again after one that was killed', async () => {
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'shares.in_use' });
    await release();
    // No process has the highest number that there may be.
    await writeFile(join(folder, 'node.lock'), String(2 ** 22 + 1));
    await (await lockFolder(folder))();
  });

  it.runIf(process.platform === 'linux')(
    'is not kept by a process that had this number before: a container that is started again has the same ones',
    async () => {
      const path = join(folder, 'node.lock');
      const release = await lockFolder(folder);
      const holder = await readFile(path, 'utf8');
      await release();
      const [number = '', ...rest] = holder.split(' ');
      await writeFile(path, [number, ...rest.slice(0, -1), '1'].join(' '));
      await (await lockFolder(folder))();
      await writeFile(path, holder);
      await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'shares.in_use' });
      await rm(path);
    },
  );
});

describe('a receipt', () => {
  it('is checked with the operator’s key, and is about one template', async () => {
    const [signer, other] = await Promise.all(
      ['a.pem', 'b.pem'].map((name) => ReceiptSigner.open(join(folder, name))),
    );
    if (signer === undefined || other === undefined) throw new TypeError('two');
    const template = 'ab'.repeat(16);
    const about = { operator: 1 as const, template };
    const signed = signer.sign({
      type: 'candor/share-deletion/1',
      ...about,
      model: 'm',
      deletedAt: '2026-01-01T00:00:00.000Z',
    });
    assertReceipt(signed, signer.publicKey, about);
    const bad = expect.objectContaining({ code: 'shares.bad_receipt' });
    const later = { ...signed, receipt: { ...signed.receipt, deletedAt: '2026-02-01T00:00:00.000Z' } };
    expect(() => assertReceipt(signed, other.publicKey, about)).toThrow(bad);
    expect(() => assertReceipt(later, signer.publicKey, about)).toThrow(bad);
    expect(() => assertReceipt(signed, signer.publicKey, { ...about, operator: 2 })).toThrow(bad);
    expect(() => assertReceipt(signed, signer.publicKey, { ...about, template: 'cd'.repeat(16) })).toThrow(
      bad,
    );
  });
});

describe('a configuration', () => {
  it('is refused with the name of each field that is wrong', () => {
    expect(() => settingsOf({ party: 3, dataDir: 'x' })).toThrow(/party.*storageKeyFile.*model/);
    expect(() => settingsOf({ party: 3 })).toThrow(expect.objectContaining({ code: 'shares.bad_input' }));
  });
});
