import { chmod, copyFile, mkdtemp, open, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SlotFile } from './slot-file.js';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-slots-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function fresh(): Promise<{ path: string; slots: SlotFile }> {
  files += 1;
  const path = join(folder, `slots-${files}.bin`);
  await SlotFile.make(path, random);
  return { path, slots: await reopened(path) };
}

async function reopened(path: string): Promise<SlotFile> {
  const slots = await SlotFile.open(path, random);
  if (slots === null) throw new Error('no file');
  return slots;
}

async function keyIn(slots: SlotFile, slotId: string): Promise<string | undefined> {
  const key = (await slots.read([slotId])).get(slotId);
  return key === undefined ? undefined : Buffer.from(key).toString('hex');
}

describe('key slots', () => {
  it('give each template a key of its own, which a restart still finds, for its owner alone', async () => {
    const { path, slots } = await fresh();
    const made = await Promise.all(Array.from({ length: 100 }, () => slots.create()));
    expect(new Set(made.map(({ slotId }) => slotId)).size).toBe(100);
    expect(new Set(made.map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(100);
    await slots.close();
    const again = await reopened(path);
    const ids = made.map(({ slotId }) => slotId);
    expect([...(await again.read(ids)).values()]).toEqual(made.map(({ key }) => key));
    expect([await again.count(), (await stat(path)).mode & 0o777]).toEqual([100, 0o600]);
    await again.close();
  });

  it('once destroyed are nowhere in the file, and a later key in the same place answers to no old name', async () => {
    const { path, slots } = await fresh();
    const first = await slots.create();
    const key = Buffer.from(first.key);
    expect((await readFile(path)).includes(key)).toBe(true);
    await slots.destroy([first.slotId]);
    expect((await readFile(path)).includes(key)).toBe(false);
    await slots.reclaim(new Set());
    const second = await slots.create();
    expect(second.slotId.split('.')[0], 'the place is used again').toBe(first.slotId.split('.')[0]);
    expect(await keyIn(slots, first.slotId)).toBeUndefined();
    // Late, repeated, by two at once: nobody else's key goes.
    await Promise.all([slots.destroy([first.slotId]), slots.destroy([first.slotId])]);
    expect(await keyIn(slots, second.slotId)).toBe(Buffer.from(second.key).toString('hex'));
    await slots.close();
  });

  it('hold what was created and not destroyed, in any order, all at once, across restarts', async () => {
    const acts = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constant('create') },
        { weight: 2, arbitrary: fc.nat() },
        { weight: 1, arbitrary: fc.constant('restart') },
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (todo) => {
        const opened = await fresh();
        let { slots } = opened;
        const held = new Map<string, string>();
        const gone: string[] = [];
        let under: Promise<unknown>[] = [];
        for (const act of todo) {
          if (act === 'create') {
            const { slotId, key } = await slots.create();
            held.set(slotId, Buffer.from(key).toString('hex'));
          } else if (act === 'restart') {
            await Promise.all(under);
            under = [];
            await slots.close();
            slots = await reopened(opened.path);
          } else {
            const slotId = [...held.keys()][Number(act) % Math.max(1, held.size)];
            if (slotId === undefined) continue;
            held.delete(slotId);
            gone.push(slotId);
            under.push(slots.destroy([slotId, slotId]), slots.destroy([slotId]));
          }
        }
        await Promise.all(under);
        for (const [slotId, key] of held) expect(await keyIn(slots, slotId)).toBe(key);
        expect((await slots.read(gone)).size).toBe(0);
        expect(await slots.count()).toBe(held.size);
        await slots.close();
      }),
      { numRuns: 25 },
    );
  });

  it('whose row never came are destroyed at the next start; rows whose key is gone are named', async () => {
    const { slots } = await fresh();
    const [kept, orphan, destroyed] = [await slots.create(), await slots.create(), await slots.create()];
    await slots.destroy([destroyed.slotId]);
    const found = await slots.reclaim(new Set([kept.slotId, destroyed.slotId]));
    expect(found).toEqual({ reclaimed: 1, missing: [destroyed.slotId], unknown: [] });
    expect(await keyIn(slots, orphan.slotId)).toBeUndefined();
    expect(await keyIn(slots, kept.slotId)).toBe(Buffer.from(kept.key).toString('hex'));
    await slots.close();
  });

  it('that were destroyed here are told from those that never were here, also after a restart and more keys', async () => {
    const { path, slots } = await fresh();
    const [destroyed, kept] = [await slots.create(), await slots.create()];
    await slots.close();
    await copyFile(path, `${path}.copy`);
    const again = await reopened(path);
    await again.destroy([destroyed.slotId]);
    const later = await again.create();
    const all = new Set([destroyed, kept, later].map(({ slotId }) => slotId));
    expect(await again.reclaim(all)).toEqual({ reclaimed: 0, missing: [destroyed.slotId], unknown: [] });
    await again.close();
    const copy = await reopened(`${path}.copy`);
    const refuse = () => {
      throw new Error('another’s');
    };
    await expect(copy.reclaim(new Set([later.slotId]), refuse)).rejects.toThrow('another’s');
    expect(await copy.count(), 'nothing was destroyed').toBe(2);
    expect(await copy.reclaim(all)).toEqual({ reclaimed: 0, missing: [], unknown: [later.slotId] });
    await copy.close();
  });

  it('half written, by any number of bytes, are destroyed or whole, and never another’s', async () => {
    const { path, slots } = await fresh();
    const { slotId, key } = await slots.create();
    await slots.close();
    const position = (Number(slotId.split('.')[0]) + 1) * 64;
    const overwriting = Buffer.from(random(64));
    // Not by chance the same.
    overwriting[0] = ~Buffer.from(slotId.split('.')[1] ?? '', 'base64url').readUInt8() & 0xff;
    for (let written = 0; written <= 64; written += 1) {
      const copy = `${path}.${written}`;
      await copyFile(path, copy);
      const file = await open(copy, 'r+');
      await file.write(overwriting, 0, written, position);
      await file.close();
      const after = await reopened(copy);
      expect(await keyIn(after, slotId), `${written} bytes`).toBe(
        written === 0 ? Buffer.from(key).toString('hex') : undefined,
      );
      expect(await after.count()).toBe(written === 0 ? 1 : 0);
      await after.close();
    }
  });

  it('open where the file was cut off while it grew', async () => {
    const { path, slots } = await fresh();
    const { slotId, key } = await slots.create();
    await slots.close();
    await truncate(path, (Number(slotId.split('.')[0]) + 2) * 64 + 17);
    const after = await reopened(path);
    expect(await keyIn(after, slotId)).toBe(Buffer.from(key).toString('hex'));
    await after.create();
    await after.close();
  });

  it('know no slot by a name that is none', async () => {
    const { slots } = await fresh();
    await slots.create();
    expect((await slots.read(['', '.', '-1.x', '999999999.x', '0.', `${'9'.repeat(30)}.x`])).size).toBe(0);
    await slots.close();
  });

  it('are refused where others may read them, and where the file is another', async () => {
    const { path, slots } = await fresh();
    await slots.close();
    expect(await SlotFile.open(`${path}.none`, random)).toBeNull();
    await chmod(path, 0o644);
    await expect(SlotFile.open(path, random)).rejects.toThrow(/readable by others/);
    await chmod(path, 0o600);
    await truncate(path, 30);
    await expect(SlotFile.open(path, random)).rejects.toThrow(/damaged/);
  });
});
