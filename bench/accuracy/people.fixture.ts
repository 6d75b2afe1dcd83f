import type { Embedded } from './score.js';

/** Templates of two numbers: people round a circle. */

export const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

export function at(person: string, degrees: number, group: string | null = null): Embedded {
  const angle = (degrees * Math.PI) / 180;
  const vector = Float32Array.of(Math.cos(angle), Math.sin(angle));
  return { person, group, picture: `${person}-${degrees}`, vector };
}

/** Two people of a group who look alike, and one who does not; each has two pictures. */
export const PEOPLE = [
  at('a', 0, 'g'),
  at('a', 10, 'g'),
  at('b', 5, 'g'),
  at('b', 20, 'g'),
  at('c', 90),
  at('c', 170),
];
