import { genuine, retimed } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const LENGTH_MS = 1_500;

const species: AttackSpecies = {
  id: 'loop',
  title: 'Short loop',
  rows: [10],
  instrument: 'a second and a half of a genuine clip, again and again',
  expected: { kind: 'caught', allOf: ['challenge', 'repeat'] },
  clip: ({ options }) => {
    const { startAtMs } = options;
    return retimed(genuine(options), 'loop', (timeMs) => startAtMs + (timeMs % LENGTH_MS));
  },
};

export default species;
