import { tiny } from '../../instruments/evasion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'tiny',
  title: 'Evasion: tiny picture',
  rows: [18],
  instrument: 'a genuine clip at a quarter of its size, so that the embedding is poor',
  expected: {
    kind: 'refused',
    reasons: ['face.too_far', 'face.none', 'face.gap', 'face.multiple', 'face.not_frontal'],
  },
  clip: ({ options }) => tiny(options),
};

export default species;
