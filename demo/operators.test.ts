import { describe, expect, it } from 'vitest';
import { named, type SeenOperator, withLine } from './operators.js';

const AT = '2026-03-02T09:12:44.000Z';
const NAMES = ['First', 'Second', 'Third'];

function afterLines(
  ...lines: readonly (readonly [number, Record<string, unknown>])[]
): readonly SeenOperator[] {
  return lines.reduce((seen, [party, line]) => withLine(seen, { party, at: AT, line }), named(NAMES));
}

const deedsOf = (party: number, line: Record<string, unknown>) =>
  afterLines([party, line])[party]?.deeds.map(({ deed }) => deed);

describe('what a page shows of the three operators', () => {
  it.each([
    [{ event: 'opened', kind: 'admit', opened: 'review', rows: 1 }, 'seen'],
    [{ event: 'opened', kind: 'admit', opened: 'none', rows: 1 }, 'not-seen'],
    [{ event: 'collected', caller: 'marketplace' }, 'named'],
    [{ event: 'removed', caller: 'marketplace' }, 'deleted'],
    [{ event: 'failed', code: 'shares.try_later' }, 'failed'],
    [{ event: 'listening', port: 1 }, 'started'],
    [{ event: 'ended' }, 'ended'],
    [{ event: 'up', party: 1 }, 'connected'],
    [{ event: 'down', party: 1 }, 'cut-off'],
  ])('is what each did: %o', (line, deed) => {
    expect(deedsOf(0, line)).toEqual([deed]);
  });

  it('leaves out what no deed is', () => {
    expect(deedsOf(0, { event: 'opened', kind: 'admit', opened: 'rejected', rows: 1 })).toEqual([]);
    expect(deedsOf(0, { event: 'of a later version' })).toEqual([]);
  });

  it('is said of the one whose line it is, newest first, and of no more than a pane holds', () => {
    const many = Array.from({ length: 20 }, () => [1, { event: 'up', party: 0 }] as const);
    const [first, second, third] = afterLines(...many, [1, { event: 'ended' }]);
    expect([first?.deeds.length, second?.deeds.length, third?.deeds.length]).toEqual([0, 8, 0]);
    expect(second?.deeds[0]?.deed).toBe('ended');
  });

  it('has the rows and the numbers that were said last', () => {
    const [first] = afterLines(
      [0, { event: 'holds', rows: 1, words: [7, 8] }],
      [0, { event: 'opened', kind: 'admit', opened: 'none', rows: 1 }],
      [0, { event: 'holds', rows: 2, words: [3, 4] }],
      [0, { event: 'up', party: 1 }],
    );
    expect(first).toMatchObject({ rows: 2, digits: [3, 4] });
  });
});
