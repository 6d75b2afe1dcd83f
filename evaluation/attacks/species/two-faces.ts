import { twoFaces } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'two-faces',
  title: 'A second face in view',
  rows: [14],
  instrument: 'two people side by side, both doing what is asked',
  expected: { kind: 'caught', allOf: ['one-face'] },
  clip: ({ options, other }) => twoFaces(options, other),
};

export default species;
