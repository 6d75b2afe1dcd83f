import { genuine, retimed } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

/** Seconds of rest are played twice: the answers come when they are asked for. */
const REST_MS = 500;

const species: AttackSpecies = {
  id: 'loop-answering',
  title: 'The right answers, with the rest between them looped',
  rows: [10],
  instrument: 'a genuine clip whose first half second is played twice',
  expected: { kind: 'caught', allOf: ['repeat'] },
  clip: ({ options }) => {
    const { startAtMs } = options;
    const from = (timeMs: number): number => {
      const elapsedMs = timeMs - startAtMs;
      return elapsedMs >= REST_MS && elapsedMs < 2 * REST_MS ? timeMs - REST_MS : timeMs;
    };
    return retimed(genuine(options), 'loop-answering', from);
  },
};

export default species;
