import { genuine, retimed } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const REST_MS = 500;

const species: AttackSpecies = {
  id: 'loop-answering',
  title: 'The right answers, with the rest before them played twice',
  rows: [10],
  instrument: 'a genuine clip whose first half second comes again',
  expected: { kind: 'caught', allOf: ['repeat'] },
  clip: ({ options }) =>
    retimed(genuine(options), 'loop-answering', (timeMs) => {
      const elapsedMs = timeMs - options.startAtMs;
      return elapsedMs >= REST_MS && elapsedMs < 2 * REST_MS ? timeMs - REST_MS : timeMs;
    }),
};

export default species;
