import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from './database.js';
import { DATABASES, freshPlace, openPlace } from './databases.fixture.js';
import { HitStore } from './hit-store.js';

// Starting a server takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const NOW = new Date('2026-03-01T10:00:00.000Z');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);
const hex = (number: number): string => number.toString(16).padStart(32, '0');
const EMPTY = 'delete from row_bits; delete from templates; delete from deletions';
const MASKED = Uint8Array.of(1, 2, 3, 4);

let database: Database;
let store: HitStore;

/** What happens to a gallery, one after the other, each with the log's number of then. */
const histories = fc.array(
  fc.record({ kind: fc.constantFrom('come', 'go', 'decide'), which: fc.nat({ max: 7 }) }),
  { maxLength: 25 },
);

/** Plays it against the tables, as the store does. @returns the rows of each decision, and those at the end. */
async function play(history: readonly { readonly kind: string; readonly which: number }[]) {
  const there = new Set<string>();
  const gone = new Set<string>();
  const decisions: { readonly request: string; readonly rows: readonly string[] }[] = [];
  let number = 0;
  for (const { kind, which } of history) {
    const id = hex(which);
    if (kind === 'decide') {
      number += 1;
      const request = hex(1_000 + number);
      decisions.push({ request, rows: [...there].toSorted() });
      await store.keep(request, { masked: MASKED, begun: number, opened: 'review' }, NOW);
      number += 1; // what was opened
    } else if (kind === 'come' && !there.has(id) && !gone.has(id)) {
      there.add(id);
      await database.query('insert into templates (id, slot, sealed, came) values ($1, 0, $2, $3)', [
        id,
        MASKED,
        number,
      ]);
    } else if (kind === 'go' && there.delete(id)) {
      gone.add(id);
      await database.query(
        `with gone as (delete from templates where id = $1 returning id, came)
         insert into deletions (id, deleted_at, came, went) select id, $2, came, $3 from gone`,
        [id, NOW.toISOString(), number],
      );
    }
  }
  return { decisions, now: [...there].toSorted() };
}

describe.each(DATABASES)('what is kept of a query, on %s,', (kind) => {
  beforeAll(async () => {
    database = await openPlace(await freshPlace(kind));
    store = new HitStore(database);
  });
  afterAll(() => database.close());
  beforeEach(() => database.exec(EMPTY));
  it('is of the rows that there were, whatever came and went since', async () => {
    await fc.assert(
      fc
        .asyncProperty(histories, async (history) => {
          const { decisions, now } = await play(history);
          for (const { request, rows } of decisions)
            expect(await store.of(request, now)).toMatchObject({ templates: rows });
        })
        .beforeEach(async () => {
          await database.exec(EMPTY);
        }),
      { numRuns: 40 },
    );
  });

  it('is of the same rows where one came or went while it was asked for', async () => {
    await play([
      { kind: 'come', which: 1 },
      { kind: 'come', which: 2 },
      { kind: 'decide', which: 0 },
      { kind: 'go', which: 1 },
      { kind: 'come', which: 3 },
    ]);
    // As the rows in memory were before the last two.
    const found = await store.of(hex(1_001), [hex(1), hex(2)]);
    expect(found?.templates).toEqual([hex(1), hex(2)]);
  });

  it('is there for 30 days where a row was near, and for a minute where none was', async () => {
    await store.keep('near', { masked: MASKED, begun: 1, opened: 'review' }, NOW);
    await store.keep('none', { masked: MASKED, begun: 3, opened: 'none' }, NOW);
    const left = async (at: Date): Promise<readonly boolean[]> => {
      await store.keep(`at ${at.getTime()}`, { masked: MASKED, begun: 5, opened: 'none' }, at);
      return [(await store.of('near', [])) !== null, (await store.of('none', [])) !== null];
    };
    expect(await left(later(60_000))).toEqual([true, true]);
    expect(await left(later(60_001))).toEqual([true, false]);
    expect(await left(later(29 * 86_400_000))).toEqual([true, false]);
    expect(await left(later(31 * 86_400_000))).toEqual([false, false]);
  });
});
