import { wrongDirection } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'wrong-direction',
  title: 'Another action than the one asked, at the right time',
  rows: [9],
  instrument: 'a person who guesses',
  expected: { kind: 'caught', allOf: ['challenge'] },
  clip: ({ options }) => wrongDirection(options),
};

export default species;
