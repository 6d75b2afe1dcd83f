/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ReceiverContext } from '../context.js';
import { countByMonth, type MonthlyCount } from '../store/monthly-counts.js';
import { CountsPage } from './CountsPage.js';
import { type Counts, type Month, shownCount, startOfMonth } from './counts.js';

/** So many months are shown. */
const MONTHS_SHOWN = 24;
const CACHED = 'max-age=3600';

/** The database is asked once in a month: what ended does not change, and nobody can make it work by asking. */
function monthlyCounts({ config, database }: ReceiverContext): () => Promise<Counts> {
  let known: { readonly untilMs: number; readonly counts: Promise<Counts> } | undefined;
  return () => {
    const before = startOfMonth(config.now());
    if (known?.untilMs !== before.getTime()) {
      const from = new Date(before);
      from.setUTCMonth(from.getUTCMonth() - MONTHS_SHOWN);
      const counts = countByMonth(database, from, before).then((months) => {
        return { audience: config.audience, months: months.map(published).toReversed() };
      });
      known = { untilMs: before.getTime(), counts };
      counts.catch(() => {
        known = undefined;
      });
    }
    return known.counts;
  };
}

function published({ month, ...exact }: MonthlyCount): Month {
  return {
    month,
    verifications: shownCount(exact.verifications),
    optOuts: shownCount(exact.optOuts),
    searches: shownCount(exact.searches),
    hits: shownCount(exact.hits),
    overturnedHits: shownCount(exact.overturnedHits),
    withdrawals: shownCount(exact.withdrawals),
  };
}

/** `GET /counts` and `GET /counts.json`: for everybody, without a name in it. */
export function counts(receiver: ReceiverContext) {
  const read = monthlyCounts(receiver);
  return {
    page: async (context: Context): Promise<Response> => {
      const found = await read();
      context.header('Cache-Control', CACHED);
      return context.html(html`<!doctype html>${<CountsPage {...found} />}`);
    },
    json: async (context: Context): Promise<Response> => {
      const found = await read();
      context.header('Cache-Control', CACHED);
      return context.json(found);
    },
  };
}
