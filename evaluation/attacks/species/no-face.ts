import { noFace } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'no-face',
  title: 'Empty room',
  rows: [15],
  instrument: 'nobody there',
  expected: { kind: 'refused', reasons: ['face.none'] },
  clip: ({ options }) => noFace(options.identity),
};

export default species;
