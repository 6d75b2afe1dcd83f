import { far } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'far',
  title: 'Evasion: tiny face',
  rows: [18],
  instrument: 'a genuine person twice as far away, so that the embedding is poor',
  expected: { kind: 'refused', reasons: ['face.too_far', 'face.none'] },
  clip: ({ options }) => far(options),
};

export default species;
