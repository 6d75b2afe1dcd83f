import { genuine } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'no-response',
  title: 'A person who follows no cue',
  rows: [9],
  instrument: 'any video of a person who sits still',
  expected: { kind: 'caught', allOf: ['challenge'] },
  clip: ({ options }) => genuine({ ...options, challenge: [] }),
};

export default species;
