import { expect, it } from 'vitest';
import { film, turns } from '../../src/liveness/series.fixture.js';
import { parallaxTable, type TurnedThing } from './table.js';

function thing(source: string, turnDeg: number, shape: 'head' | 'card', reportedShare: number): TurnedThing {
  const yawAt = turns({ fromMs: 300, peakDeg: turnDeg }, { fromMs: 2_600, peakDeg: -turnDeg });
  return { source, turnDeg, observations: film({ yawAt, subject: { shape, reportedShare } }) };
}

it('has a row per source and turn: how many, what was measured, and what the check made of it', () => {
  const table = parallaxTable([
    thing('head', 30, 'head', 1),
    thing('card', 40, 'card', 0.125),
    thing('head', 30, 'head', 1),
    thing('card', 60, 'card', 0.5),
  ]);
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const counts = rows.slice(2).map((cells) => [cells[1], cells[2], cells[3], ...cells.slice(7, 10)]);
  expect(counts).toEqual([
    ['head', '±30', '2', '2', '0', '0'],
    ['card', '±40', '1', '0', '0', '1'],
    ['card', '±60', '1', '0', '1', '0'],
  ]);
  expect(rows[3]?.[4]).toBe('10 / 10 / 10');
});
