import { demoOptions } from '../../receiver/index.js';
import { type IdentityReading, worstSimilarity } from './measure.js';

/** The demo's, of the model that is shipped (docs/thresholds.md). */
const THRESHOLD = demoOptions().threshold.value;

/** Two Markdown tables: similarities, and what the worker read of each identity. */
export function reportOf(readings: readonly IdentityReading[]): string {
  const names = readings.map(({ name }) => name);
  const matrix = readings.map((row) => [
    row.name,
    ...readings.map((column) => worstSimilarity(row, column).toFixed(3)),
  ]);
  const tracking = readings.map((reading) => [
    reading.name,
    `${reading.framesWithOneFace} / ${reading.frames}`,
    `${reading.lowestYawDeg.toFixed(1)} … ${reading.highestYawDeg.toFixed(1)}`,
    reading.iedPx.toFixed(0),
    reading.farIedPx.toFixed(0),
  ]);
  return [
    table(['similarity', ...names], matrix),
    '',
    table(
      [
        'identity',
        'frames with exactly one face',
        'yaw read, ° (±38 rendered)',
        'IED, px',
        'IED when far, px',
      ],
      tracking,
    ),
  ].join('\n');
}

/** What is wrong, in words; empty = usable. */
export function defectsOf(readings: readonly IdentityReading[]): readonly string[] {
  const pairs = readings.flatMap((a, index) => readings.slice(index + 1).map((b) => [a, b] as const));
  return [
    ...pairs
      .filter(([a, b]) => worstSimilarity(a, b) >= THRESHOLD)
      .map(([a, b]) => `${a.name} and ${b.name} are too alike`),
    ...readings
      .filter((a) => worstSimilarity(a, a) < THRESHOLD)
      .map(({ name }) => `${name} is unlike themselves`),
    ...readings
      .filter(({ frames, framesWithOneFace }) => framesWithOneFace < frames)
      .map(({ name }) => `${name} is not found, or found twice, in some frames`),
    ...readings
      .filter(({ lowestYawDeg, highestYawDeg }) => lowestYawDeg > -25 || highestYawDeg < 25)
      .map(({ name }) => `${name}'s turns are read as less than 25°`),
    ...readings
      .filter(({ iedPx }) => iedPx < 80)
      .map(({ name }) => `${name}'s eyes are less than 80 px apart`),
    ...readings.filter(({ farIedPx }) => farIedPx >= 60).map(({ name }) => `${name} is not far when far`),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
