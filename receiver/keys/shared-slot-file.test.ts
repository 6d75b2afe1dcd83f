import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locks } from '../store/locks.js';
import { SharedSlotFile } from './shared-slot-file.js';
import { makeSlotFile } from './slot-records.js';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-shared-slots-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As the database's, for those who share it. */
function locksOf(): Pick<Locks, 'hold'> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    hold: (_, work) => {
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
  };
}

let files = 0;
/** The same file, opened by several receivers. */
async function opened<const N extends number>(receivers: N, orphanMs?: number): Promise<SharedSlotFile[]> {
  files += 1;
  const path = join(folder, `slots-${files}.bin`);
  await makeSlotFile(path, random);
  const locks = locksOf();
  return Promise.all(
    Array.from({ length: receivers }, async () => {
      const slots = await SharedSlotFile.open({ path, random, locks, orphanMs });
      return slots ?? expect.fail('no file');
    }),
  );
}

const hex = (key: Uint8Array | undefined): string | undefined => key && Buffer.from(key).toString('hex');

describe('key slots that several receivers share', () => {
  it('hold for each what any of them created and none destroyed, in any order, all at once', async () => {
    const acts = fc.array(fc.record({ by: fc.nat({ max: 2 }), destroy: fc.option(fc.nat()) }), {
      minLength: 10,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(acts, async (todo) => {
        const receivers = await opened(3);
        const held = new Map<string, string | undefined>();
        const gone: string[] = [];
        const under: Promise<unknown>[] = [];
        for (const { by, destroy } of todo) {
          const slots = receivers[by] ?? expect.fail('nobody');
          const slotId = destroy === null ? undefined : [...held.keys()][destroy % Math.max(1, held.size)];
          if (slotId === undefined) {
            const create = slots.create().then((made) => held.set(made.slotId, hex(made.key)));
            // Some are waited for, so that others come at the same time.
            if (by === 0) await create;
            else under.push(create);
          } else {
            held.delete(slotId);
            gone.push(slotId);
            under.push(...receivers.map((any) => any.destroy([slotId])));
          }
        }
        await Promise.all(under);
        for (const slots of receivers) {
          const keys = await slots.read([...held.keys()]);
          expect(new Map([...keys].map(([slotId, key]) => [slotId, hex(key)]))).toEqual(held);
          expect((await slots.read(gone)).size).toBe(0);
          expect(await slots.count()).toBe(held.size);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('are overwritten in the file when destroyed, by whichever receiver', async () => {
    const [one, two] = await opened(2);
    if (one === undefined || two === undefined) throw new Error('nobody');
    const made = await one.create();
    const [slotId, key] = [made.slotId, Buffer.from(made.key)];
    const path = join(folder, `slots-${files}.bin`);
    expect((await readFile(path)).includes(key)).toBe(true);
    await two.destroy([slotId]);
    expect((await readFile(path)).includes(key)).toBe(false);
    expect((await one.read([slotId])).size).toBe(0);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('that nothing refers to are destroyed once they are old, and not while they may be about to be stored', async () => {
    const [patient] = await opened(1, 60_000);
    const made = await patient?.create();
    expect(await patient?.reclaim(new Set(['7.none']))).toEqual({
      reclaimed: 0,
      missing: [],
      unknown: ['7.none'],
    });
    expect(await patient?.count()).toBe(1);
    const [hasty] = await opened(1, 0);
    const [kept, orphan] = [await hasty?.create(), await hasty?.create()];
    expect(await hasty?.reclaim(new Set([kept?.slotId ?? '']))).toEqual({
      reclaimed: 1,
      missing: [],
      unknown: [],
    });
    expect((await hasty?.read([orphan?.slotId ?? '']))?.size).toBe(0);
    expect(hex((await hasty?.read([kept?.slotId ?? '']))?.get(kept?.slotId ?? ''))).toBe(hex(kept?.key));
    expect(made).toBeDefined();
  });

  it('tell who waits when the lock cannot be had, and go on when it can', async () => {
    files += 1;
    const path = join(folder, `slots-${files}.bin`);
    await makeSlotFile(path, random);
    let isThere = false;
    const hold: Locks['hold'] = async (_, work) => {
      if (!isThere) throw new Error('no database');
      return work();
    };
    const slots = await SharedSlotFile.open({ path, random, locks: { hold } });
    const asked = await Promise.allSettled([slots?.create(), slots?.create()]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isThere = true;
    expect(await slots?.create()).toBeDefined();
    expect(await slots?.count()).toBe(1);
  });
});
