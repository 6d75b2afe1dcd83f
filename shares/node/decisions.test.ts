import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { share } from '../sharing.js';
import { seededWords } from '../three-parties.fixture.js';
import type { Caller } from './config.js';
import type { Database } from './database.js';
import { DATABASES, freshPlace, openPlace } from './databases.fixture.js';
import { assertMayDecide, type LimitedBy } from './decision-limits.js';
import { type Begun, checkedEntries, DecisionLog, type LogEntry } from './decision-log.js';
import type { JointRequest } from './joint-request.js';
import { LimitAlarm } from './limit-alarm.js';

const NOW = new Date('2026-11-28T12:00:00.000Z');
const DAY_MS = 86_400_000;
/** After everything in these logs. */
const LATER = new Date(NOW.getTime() + DAY_MS);
const PARTS = 'the digest of some commitments';
const MARKET: Caller = { name: 'market', fingerprint: '', may: ['compare', 'admit'] };
const [shares] = share('arithmetic', seededWords(5)(4));

// Starting a server takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: Database;
let log: DecisionLog;

const hex = (number: number): string => number.toString(16).padStart(32, '0');
const earlier = (ms: number): Date => new Date(NOW.getTime() - ms);

function begin(request: number, changes: Partial<Begun> = {}, at = NOW): Promise<number> {
  const what = { request: hex(request), caller: 'market', parts: PARTS, template: hex(request), rows: 3 };
  return log.append({ event: 'begun', kind: 'admit', ...what, ...changes }, at);
}

async function decide(request: number, changes: Partial<Begun> = {}, at = NOW): Promise<void> {
  await begin(request, changes, at);
  await log.append({ event: 'opened', request: hex(request), opened: 'none' }, at);
}

function asked(
  caller: Caller = MARKET,
  parts: string | null = PARTS,
): JointRequest & { readonly kind: 'admit' } {
  return { kind: 'admit', request: hex(99), job: '', caller, parts, row: { id: hex(98), shares } };
}

function mayDecide(request: JointRequest, stored: readonly string[] = []): Promise<void> {
  const limits: LimitedBy = {
    log,
    caller: request.caller,
    isStored: (id) => stored.includes(id),
    now: () => NOW,
  };
  return assertMayDecide(request, limits);
}

describe.each(DATABASES)('on %s', (databaseKind) => {
  beforeAll(async () => {
    database = await openPlace(await freshPlace(databaseKind));
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.exec('delete from decisions; delete from earlier_tries');
    log = await DecisionLog.open(database);
  });
  describe('the same sealed parts', () => {
    const repeated = { code: 'shares.repeated' };

    it('are compared once: not again while what was stored with them is there', async () => {
      await mayDecide(asked());
      await decide(1);
      await expect(mayDecide(asked(), [hex(1)])).rejects.toMatchObject(repeated);
      await decide(2, { parts: 'others', kind: 'compare', template: null });
      await expect(mayDecide(asked(MARKET, 'others'))).rejects.toMatchObject(repeated);
      await mayDecide(asked(MARKET, 'new ones'));
    });

    it('are compared again where nothing came of it, five times in all', async () => {
      await begin(1);
      await mayDecide(asked());
      // Opened, and not stored: the commit was cut off, or the template has been removed since.
      for (const request of [2, 3, 4]) await decide(request);
      await mayDecide(asked());
      await begin(5);
      await expect(mayDecide(asked())).rejects.toMatchObject(repeated);
    });

    it('are compared as often as is wanted by whoever has the right to', async () => {
      for (let request = 1; request <= 6; request += 1) await decide(request);
      await mayDecide(asked({ ...MARKET, may: ['admit', 'repeat'] }), [hex(1)]);
    });

    it('are counted on when the log has been shortened', async () => {
      await decide(1);
      await decide(2, { parts: 'others', kind: 'compare', template: null });
      for (const request of [3, 4, 5, 6, 7]) await begin(request, { parts: 'cut off' });
      expect(await log.shorten(LATER, LATER)).toBe(9);
      await expect(mayDecide(asked(), [hex(1)])).rejects.toMatchObject(repeated);
      await mayDecide(asked());
      await expect(mayDecide(asked(MARKET, 'others'))).rejects.toMatchObject(repeated);
      await expect(mayDecide(asked(MARKET, 'cut off'))).rejects.toMatchObject(repeated);
    });

    it('are not known where shares come as they are', async () => {
      await decide(1, { parts: null });
      await mayDecide(asked(MARKET, null), [hex(1)]);
    });
  });

  describe('decisions within an hour', () => {
    const limited: Caller = { ...MARKET, decisionsPerHour: 3 };

    it('are counted for each caller, those that were cut off too', async () => {
      for (const request of [1, 2]) await begin(request, { parts: hex(request) });
      await begin(3, { parts: hex(3), caller: 'another' });
      await begin(4, { parts: hex(4), kind: 'enrol' });
      await begin(5, { parts: hex(5) }, earlier(3_600_001));
      await mayDecide(asked(limited));
      await begin(6, { parts: hex(6) }, earlier(3_599_000));
      await expect(mayDecide(asked(limited))).rejects.toMatchObject({ code: 'shares.too_many' });
      await mayDecide(asked());
      await mayDecide({ kind: 'refresh', request: hex(7), job: '', caller: limited });
    });
  });

  describe('a caller that comes near its limit', () => {
    it('is told of once an hour, from the part on that the configuration says', async () => {
      const limited: Caller = { ...MARKET, decisionsPerHour: 10 };
      const alarm = new LimitAlarm();
      const look = (caller = limited, at = NOW) => alarm.look({ log, caller, now: () => at });
      for (let request = 0; request < 7; request += 1) await begin(request, { parts: hex(request) });
      expect(await look()).toBeNull();
      await begin(7, { parts: hex(7) });
      expect(await look({ ...MARKET, name: 'another', decisionsPerHour: 10 })).toBeNull();
      const said = { event: 'near_limit', caller: 'market', decisions: 8, limit: 10 };
      expect(await look()).toEqual({ ...said, at: NOW.toISOString() });
      await begin(8, { parts: hex(8) });
      expect(await look()).toBeNull();
      const later = new Date(NOW.getTime() + 3_600_000);
      await begin(9, { parts: hex(9) }, later);
      expect(await look(limited, later), 'one is left within this hour').toBeNull();
      expect(await look({ ...limited, noticeAt: 0.1 }, later)).toMatchObject({ decisions: 1 });
      expect(await new LimitAlarm().look({ log, caller: MARKET, now: () => NOW }), 'no limit').toBeNull();
    });
  });

  describe('a log that is shortened', () => {
    it('says so in its chain, which goes on, and is one that can be checked', async () => {
      for (const request of [1, 2]) await decide(request, {}, new Date(NOW.getTime() - 2 * DAY_MS));
      await decide(3);
      const before = await entries();
      expect(await log.shorten(new Date(NOW.getTime() - DAY_MS), NOW)).toBe(4);
      log = await DecisionLog.open(database);
      await decide(4);
      const kept = await entries();
      expect(kept.map(({ number }) => number)).toEqual([5, 6, 7, 8, 9]);
      expect(kept.slice(0, 2)).toEqual(before.slice(4));
      expect(kept[2]).toMatchObject({ event: 'shortened', keptFrom: 5, keptPreviousHash: before[3]?.hash });
      expect(await log.shorten(new Date(NOW.getTime() - DAY_MS), NOW), 'nothing is older').toBe(0);
      expect(await entries()).toEqual(kept);
    });

    it('may have nothing left but that word', async () => {
      await decide(1);
      expect(await log.shorten(LATER, LATER)).toBe(2);
      expect(await entries()).toMatchObject([{ number: 3, event: 'shortened', keptFrom: 3 }]);
      expect(await log.shorten(NOW, NOW)).toBe(0);
    });

    it('is damaged where its beginning is missing and nothing says so, or says so of another place', async () => {
      for (const request of [1, 2]) await decide(request);
      await database.exec('delete from decisions where number < 3');
      await expect(entries()).rejects.toThrow(/log, entry 1\b/);
      await log.shorten(LATER, LATER);
      await decide(3);
      await decide(4);
      await database.exec('delete from decisions where number < 7');
      await expect(entries()).rejects.toMatchObject({ code: 'shares.damaged' });
    });

    it('can be read while it is shortened', async () => {
      for (let request = 0; request < 501; request += 1)
        await begin(request, { parts: null }, new Date(NOW.getTime() - (request < 500 ? 2 : 0) * DAY_MS));
      const read = checkedEntries((after) => log.page(after));
      await read.next();
      for (let request = 501; request < 510; request += 1) await begin(request, { parts: null });
      // The page that is being read is taken out, and the next one with it.
      await log.shorten(new Date(NOW.getTime() - DAY_MS), NOW);
      let last = 0;
      for await (const { number } of read) last = number;
      expect(last).toBe(511);
    });
  });

  async function entries(): Promise<readonly LogEntry[]> {
    const all: LogEntry[] = [];
    for await (const entry of checkedEntries((after) => log.page(after))) all.push(entry);
    return all;
  }

  describe('the decision log', () => {
    it('has what was asked and opened, by whom and when, and goes on after a start', async () => {
      await decide(1);
      log = await DecisionLog.open(database);
      await log.append({ event: 'collected', request: hex(1), caller: 'queue' }, NOW);
      const all = await entries();
      expect(all).toMatchObject([
        { number: 1, event: 'begun', at: NOW.toISOString(), caller: 'market', kind: 'admit', rows: 3 },
        { number: 2, event: 'opened', opened: 'none' },
        { number: 3, event: 'collected', caller: 'queue' },
      ]);
      expect(all.map(({ previousHash }) => previousHash)).toEqual(['', all[0]?.hash, all[1]?.hash]);
    });

    it('is one chain also where two entries come at once', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, request) => begin(request)));
      expect(await entries()).toHaveLength(20);
    });

    it('is read in pages', async () => {
      for (let request = 0; request < 501; request += 1) await begin(request);
      expect(await entries()).toHaveLength(501);
    });

    it.each([
      {
        change: 'a bit that was changed',
        sql: `update decisions set entry = replace(entry, '"none"', '"review"') where number = 2`,
      },
      { change: 'an entry that was taken out', sql: 'delete from decisions where number = 2' },
    ])('shows $change', async ({ sql }) => {
      for (const request of [1, 2]) await decide(request);
      await database.exec(sql);
      await expect(entries()).rejects.toThrow(/log, entry 2/);
      await expect(entries()).rejects.toMatchObject({ code: 'shares.damaged' });
    });
  });
});
