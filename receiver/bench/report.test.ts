import { describe, expect, it } from 'vitest';
import { growthTable } from './growth.js';
import { type ReceiverCost, report } from './report.js';

const OF = { decisions: 100, clients: 64, crowd: 128, threads: 2, rounds: 3 };

function cost(database: ReceiverCost['database'], templates: number): ReceiverCost {
  const rates = { sessions: 100, xWing: 30, x25519: 40 };
  return {
    database,
    templates,
    storedPerSecond: 1_000,
    diskBytesPerSeller: 10_000,
    startMs: templates / 4,
    decisionMs: { p50: 20, p99: 60 },
    hitMs: { p50: 21, p99: 63 },
    sessionsPerSecond: 200,
    verificationsPerSecond: { withoutThreads: rates, withThreads: rates },
    overHttp: { sessions: 150, xWing: 25, x25519: 35 },
  };
}

describe('how figures grow', () => {
  it('is said as a factor and as a power of the templates', () => {
    const table = growthTable([1_000, 10_000], [{ name: 'start', values: [250, 2_500] }]);
    expect(table).toContain('| from … to … templates | 1,000 to 10,000 |');
    expect(table).toContain('| start | × 10 (N^1.00) |');
  });

  it('is not said of one size', () => {
    expect(growthTable([1_000], [{ name: 'start', values: [250] }])).toBe('');
  });
});

describe('the report of bench:receiver', () => {
  const costs = (['PGlite', 'PostgreSQL'] as const).flatMap((database) => [
    cost(database, 1_000),
    cost(database, 10_000),
  ]);
  const text = report(costs, OF);

  it('has crowds over HTTP, and what the time of a hit tells', () => {
    expect(text).toContain('| PGlite | 1,000 | 150 | 25 | 35 |');
    expect(text).toContain('| PostgreSQL | 10,000 | 20 | 60 | 21 | 63 | 1.05 |');
  });

  it('says how each database grows', () => {
    expect(text).toContain('| PGlite: start | × 10 (N^1.00) |');
    expect(text).toContain('| PostgreSQL: disk per seller | × 1 (N^0.00) |');
  });

  it('has as many cells in each row as its table has columns', () => {
    for (const table of text.split(/\n\n/).filter((part) => part.startsWith('|'))) {
      const lengths = table
        .trim()
        .split('\n')
        .map((line) => line.split('|').length);
      expect(new Set(lengths).size, table).toBe(1);
    }
  });
});
