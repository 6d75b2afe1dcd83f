import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../build/root.js';
import type { Budget } from './budget.js';

/** What README.md says that a seller fetches fits what `npm run size` lets through. */

const UNITS: Readonly<Record<string, number>> = { kB: 1_000, MB: 1_000_000 };
const budget: Budget = JSON.parse(readFileSync(`${ROOT}tools/size/budget.json`, 'utf8'));
const readme = readFileSync(`${ROOT}README.md`, 'utf8');
const [, section = ''] = /\n## Sizes\n([\s\S]*?)\n## /.exec(readme) ?? [];
const rows = section
  .split('\n')
  .flatMap((line) => [...line.matchAll(/^\| (.+?) \| ([\d.]+) ([kM]B)/g)])
  .map(([, what, figure, unit = '']) => ({ what, figure: Number(figure), unit: UNITS[unit] ?? Number.NaN }));

describe('the sizes in README.md', () => {
  const { candor, 'candor/element': element } = budget;

  it.each([
    ['before the question', candor?.notice.gzip],
    ['before the question, of `candor/element`', element?.notice.gzip],
    ['after a yes, before the camera opens', candor?.guidance.brotli],
    ['until the check is sent, all together', candor?.whole.brotli],
  ])('%s', (what, mostBytes = Number.NaN) => {
    const { figure = Number.NaN, unit = Number.NaN } = rows.find((row) => row.what === what) ?? {};
    // As it is rounded there: what is allowed is a little more than what there is, and not much more.
    expect(figure).toBeLessThanOrEqual(Math.round((10 * mostBytes) / unit) / 10);
    expect(figure * unit).toBeGreaterThan(0.85 * mostBytes);
  });

  it('are these, and no others', () => expect(rows).toHaveLength(4));
});
