import { noFace } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'no-face',
  title: 'No face',
  rows: [15],
  instrument: 'an empty room, a hand over the lens',
  expected: { kind: 'refused', reasons: ['face.none'] },
  clip: ({ options }) => noFace(options.identity),
};

export default species;
