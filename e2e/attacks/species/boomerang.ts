import { genuine, retimed } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

/** One way. */
const LENGTH_MS = 2_200;

const species: AttackSpecies = {
  id: 'boomerang',
  title: 'Forwards and backwards',
  rows: [11],
  instrument: 'the first 2.2 s of a genuine clip, to and fro, so that no cut is seen',
  expected: { kind: 'caught', allOf: ['repeat'] },
  clip: ({ options }) => {
    const { startAtMs } = options;
    const from = (timeMs: number): number => {
      const phaseMs = (timeMs - startAtMs + 2 * LENGTH_MS) % (2 * LENGTH_MS);
      return startAtMs + (phaseMs < LENGTH_MS ? phaseMs : 2 * LENGTH_MS - phaseMs);
    };
    return retimed(genuine(options), 'boomerang', from);
  },
};

export default species;
