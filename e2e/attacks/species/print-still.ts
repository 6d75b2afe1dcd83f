import { still } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-still',
  title: 'One picture, without any noise',
  rows: [1],
  instrument: 'a file in the place of the camera',
  expected: { kind: 'caught', allOf: ['challenge', 'repeat'] },
  clip: ({ options }) => still(options.identity),
};

export default species;
