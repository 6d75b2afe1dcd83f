import { randomBytes } from 'node:crypto';
import { copyFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { share } from '../sharing.js';
import { seededWords } from '../three-parties.fixture.js';
import { DATABASES, type DatabaseKind, freshPlace, openPlace, type Place } from './databases.fixture.js';
import type { Owner } from './node-row.js';
import type { Row } from './row-block.js';
import { Store } from './store.js';

// Starting a server takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const OWNER: Owner = { party: 1, model: { id: 'm', dim: 4 } };
const NOW = new Date('2026-11-28T12:00:00.000Z');
const KEY_BYTES = 32;
const storageKey = randomBytes(32);
const draw = seededWords(83);

const idOf = (number: number): string => number.toString(16).padStart(32, '0');

function rowsOf(count: number, from = 0): readonly Row[] {
  return Array.from({ length: count }, (_, at) => {
    const [shares] = share('arithmetic', draw(OWNER.model.dim));
    return { id: idOf(from + at), shares };
  });
}

async function opened(place: Place, owner: Owner = OWNER): Promise<Store> {
  const store = await Store.open(await openPlace(place), { dataDir: place.dataDir, storageKey, ...owner });
  onTestFinished(() => store.close().catch(() => {}));
  return store;
}

/** One in which as many rows are stored. */
async function placeWith(kind: DatabaseKind, rows: number): Promise<Place> {
  const place = await freshPlace(kind);
  const store = await opened(place);
  await enrol(store, rowsOf(rows));
  await store.close();
  return place;
}

async function reopened(store: Store, place: Place): Promise<Store> {
  await store.close();
  return opened(place);
}

async function enrol(store: Store, rows: readonly Row[]): Promise<void> {
  await store.stage('enrol', rows);
  await store.commitEnrolled(rows.map(({ id }) => id));
}

async function pagesOf(store: Store): Promise<readonly (readonly Row[])[]> {
  const pages = [];
  for await (const page of store.rows()) pages.push(page);
  return pages;
}

const allIn = async (store: Store): Promise<readonly Row[]> => (await pagesOf(store)).flat();
const keysIn = ({ dataDir }: Place): Promise<Buffer> => readFile(join(dataDir, 'slots.bin'));
const damaged = expect.objectContaining({ code: 'shares.damaged' });

async function liveKeys(place: Place): Promise<number> {
  const content = await keysIn(place);
  const slots = Array.from({ length: content.length / KEY_BYTES }, (_, slot) => slot * KEY_BYTES);
  return slots.filter((at) => content.subarray(at, at + KEY_BYTES).some((byte) => byte !== 0)).length;
}

describe.each(DATABASES)('a store on %s', (kind) => {
  it('gives back what it holds after another opening, in the order of ids, a page at a time', async () => {
    const place = await freshPlace(kind);
    const store = await opened(place);
    const rows = rowsOf(1_100);
    await enrol(store, rows.slice(600));
    await enrol(store, rows.slice(0, 600));
    const again = await reopened(store, place);
    expect((await pagesOf(again)).map((page) => page.length)).toEqual([1_000, 100]);
    expect(await allIn(again)).toEqual(rows);
    expect(await again.storedOf([idOf(3), idOf(2_000)])).toEqual([idOf(3)]);
  });

  it('forgets what is discarded, and destroys its keys', async () => {
    const place = await freshPlace(kind);
    const store = await opened(place);
    await store.stage('enrol', rowsOf(3));
    await store.discard([idOf(0), idOf(2)]);
    expect(await store.stagedIds('enrol')).toEqual([idOf(1)]);
    expect(await liveKeys(place)).toBe(1);
  });

  it('refreshes every row at once, and destroys the keys of the shares before', async () => {
    const place = await freshPlace(kind);
    const store = await opened(place);
    const rows = rowsOf(1_001);
    await enrol(store, rows);
    const before = await keysIn(place);
    const next = rowsOf(1_001);
    await store.beginRefresh('one');
    // All of the first page, and nothing of the second.
    await store.stage('refresh', next.slice(0, 1_000));
    await expect(store.commitRefresh()).rejects.toMatchObject({ code: 'shares.rows_differ' });
    expect(store.epoch).toBe(0);
    expect(await allIn(store)).toEqual(rows);
    await store.stage('refresh', next.slice(1_000));
    await store.commitRefresh();
    const again = await reopened(store, place);
    expect([again.epoch, again.lastRefresh, again.pendingRefresh]).toEqual([1, 'one', null]);
    expect(await allIn(again)).toEqual(next);
    const after = await keysIn(place);
    for (const at of [0, 1, 1_000])
      expect(after.includes(before.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES))).toBe(false);
  });

  it('deletes for good: rows, keys, and what is staged', async () => {
    const place = await freshPlace(kind);
    const store = await opened(place);
    await enrol(store, rowsOf(2));
    await store.stage('enrol', rowsOf(1, 2));
    await store.remove([idOf(0), idOf(2)], NOW);
    await store.remove([idOf(0)], new Date(0));
    const again = await reopened(store, place);
    expect((await allIn(again)).map(({ id }) => id)).toEqual([idOf(1)]);
    expect([...(await again.deletions())]).toEqual([
      [idOf(0), NOW],
      [idOf(2), NOW],
    ]);
    expect(await liveKeys(place)).toBe(1);
  });

  it('tells of which rows the parts of a hit are, also when some came and went since', async () => {
    const store = await opened(await freshPlace(kind));
    await enrol(store, rowsOf(2));
    const log = (event: 'begun' | 'opened') =>
      store.decisions.append(
        event === 'opened'
          ? { event, request: idOf(9), opened: 'review' }
          : {
              event,
              request: idOf(9),
              caller: 'market',
              kind: 'compare',
              parts: null,
              template: null,
              rows: 2,
            },
        NOW,
      );
    const begun = await log('begun');
    await log('opened');
    await store.hits.keep('a', { masked: Uint8Array.of(0, 1, 255), begun, opened: 'review' }, NOW);
    await store.remove([idOf(0), idOf(7)], NOW);
    await enrol(store, rowsOf(1, 2));
    const kept = await store.hits.of('a', [idOf(1), idOf(2)]);
    expect(kept?.templates).toEqual([idOf(0), idOf(1)]);
    expect([...(kept?.masked ?? [])]).toEqual([0, 1, 255]);
  });

  it('is damaged where a row’s key is missing, and destroys nothing then', async () => {
    const place = await freshPlace(kind);
    const store = await opened(place);
    await enrol(store, rowsOf(3));
    await store.stage('enrol', rowsOf(1, 3));
    await store.close();
    const slots = join(place.dataDir, 'slots.bin');
    const whole = await keysIn(place);
    await truncate(slots, 2 * KEY_BYTES);
    await expect(opened(place)).rejects.toThrow(damaged);
    expect(await keysIn(place)).toEqual(whole.subarray(0, 2 * KEY_BYTES));
    await writeFile(slots, whole);
    expect(await allIn(await opened(place))).toHaveLength(3);
  });

  it('forgets what is staged and has no key, as after a kill between the two', async () => {
    const place = await freshPlace(kind);
    const store = await opened(place);
    await store.stage('enrol', rowsOf(2));
    await store.close();
    await truncate(join(place.dataDir, 'slots.bin'), KEY_BYTES);
    expect(await (await opened(place)).stagedIds('enrol')).toEqual([idOf(0)]);
  });

  it('destroys no key of its folder beside another database that is empty', async () => {
    const place = await placeWith(kind, 2);
    const wrong = await freshPlace(kind);
    for (const name of ['slots.bin', 'database.id'])
      await copyFile(join(place.dataDir, name), join(wrong.dataDir, name));
    await expect(opened(wrong)).rejects.toThrow(damaged);
    expect(await keysIn(wrong)).toEqual(await keysIn(place));
    expect(await allIn(await opened(place))).toHaveLength(2);
  });

  it('goes on in a folder of before there were ids', async () => {
    const place = await placeWith(kind, 2);
    const database = await openPlace(place);
    await database.exec('drop table folder');
    await database.close();
    await rm(join(place.dataDir, 'database.id'));
    const again = await reopened(await opened(place), place);
    expect(await allIn(again)).toHaveLength(2);
  });

  it('is no other operator’s', async () => {
    const place = await freshPlace(kind);
    await (await opened(place)).close();
    await expect(opened(place, { ...OWNER, party: 2 })).rejects.toThrow(damaged);
    await (await opened(place)).close();
  });

  it('fails with the code of the database alone, and goes on', async () => {
    const store = await opened(await freshPlace(kind));
    await store.stage('enrol', rowsOf(1));
    const failed = { code: 'shares.database_failed', message: expect.stringMatching(/ \(23505\)$/) };
    await expect(store.stage('enrol', rowsOf(1))).rejects.toMatchObject(failed);
    await store.commitEnrolled([idOf(0)]);
    expect(store.ended.aborted).toBe(false);
    expect(await allIn(store)).toHaveLength(1);
  });
});
