import { far } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'tiny',
  title: 'Evasion: tiny face',
  rows: [18],
  instrument: 'a genuine person twice as far away, so that the embedding is poor',
  expected: { kind: 'refused', reasons: ['face.too_far'] },
  clip: ({ options }) => far(options),
};

export default species;
