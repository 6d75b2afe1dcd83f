import { randomUUID } from 'node:crypto';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditEntry, appendAudit } from '../store/audit-log.js';
import type { AuditKind } from '../store/kinds.js';
import { verify } from '../testing/cases.fixture.js';
import { type Harness, startHarness } from '../testing/harness.fixture.js';
import { CountsSchema, shownCount } from './counts.js';

/** Written in October; the harness's clock begins in November. */
const OCTOBER = new Date('2025-10-31T23:59:59.999Z');
const DAY_MS = 86_400_000;

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

function entries(count: number, kind: AuditKind, details: AuditEntry['details'] = {}): AuditEntry[] {
  return Array.from({ length: count }, () => ({ kind, about: randomUUID(), at: OCTOBER, details }));
}

async function months() {
  const answer = await harness.send('GET', '/counts.json');
  return parse(CountsSchema, await answer.json()).months;
}

const page = async (): Promise<string> => (await harness.send('GET', '/counts')).text();

describe('the monthly counts', () => {
  it('tell no small numbers apart', () => {
    expect([0, 1, 4, 5, 1_000].map(shownCount)).toEqual([0, 'fewer than 5', 'fewer than 5', 5, 1_000]);
  });

  it('count what the log says of months that have ended, and nothing of the one that runs', async () => {
    const decidedTwice = { kind: 'reviewed', about: randomUUID(), at: OCTOBER } as const;
    const log = [
      ...entries(12, 'received'),
      ...entries(7, 'decided', { searched: 'gallery', basis: 'hit' }),
      ...entries(3, 'decided', { searched: 'groups', basis: 'no_hit' }),
      ...entries(2, 'decided', { searched: 'none', basis: 'not_searched' }),
      ...entries(4, 'opted-out'),
      ...entries(5, 'reviewed', { outcome: 'different_person' }),
      ...entries(6, 'reviewed', { outcome: 'same_person' }),
      { ...decidedTwice, details: { outcome: 'different_person' } },
      { ...decidedTwice, details: { outcome: 'different_person' } },
      ...entries(5, 'withdrawn'),
      ...entries(9, 'deleted'),
    ];
    await harness.context.database.transaction((transaction) => appendAudit(transaction, log));
    const outcome = await verify(harness, 'seller-of-november');
    expect(await months()).toEqual([
      {
        month: '2025-10',
        verifications: 12,
        optOuts: 'fewer than 5',
        searches: 10,
        hits: 7,
        overturnedHits: 6,
        withdrawals: 5,
      },
    ]);
    const authorization = { Authorization: `Bearer ${outcome.removalToken}` };
    await harness.send('DELETE', `/verifications/${outcome.verificationId}`, undefined, authorization);
    await harness.live(10 * DAY_MS);
    const [november, october] = await months();
    expect(october?.month).toBe('2025-10');
    expect(november).toEqual({
      month: '2025-11',
      verifications: 'fewer than 5',
      optOuts: 0,
      searches: 'fewer than 5',
      hits: 0,
      overturnedHits: 0,
      withdrawals: 'fewer than 5',
    });
  });

  it('are a page that works without a script and names no seller', async () => {
    const answer = await harness.send('GET', '/counts');
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    const text = await answer.text();
    expect(text).toMatch(/^<!doctype html><html lang="en">/i);
    expect(text).toContain('<h2><time datetime="2025-10">2025-10</time></h2>');
    expect(text).toMatch(/<th scope="row"[^>]*>Verifications received<\/th><td[^>]*>12<\/td>/);
    expect(text).toMatch(/<td[^>]*>fewer than 5<\/td>/);
    expect(text.match(/<th scope="row"/g)).toHaveLength(12);
    expect(text).not.toMatch(/<script|<style|style=|seller-of/);
  });

  it('may be read from any page, and are asked of the database once in a month', async () => {
    const headers = { Origin: 'https://journalist.example' };
    expect((await harness.send('GET', '/counts.json', undefined, headers)).status).toBe(200);
    const before = await page();
    await harness.context.database.transaction((transaction) =>
      appendAudit(transaction, entries(50, 'received')),
    );
    expect(await page()).toBe(before);
  });
});
