import { occluded } from '../../instruments/occlusion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'occluded-sunglasses',
  title: 'Evasion: sunglasses',
  rows: [16],
  instrument: 'a genuine person who hides the eyes, so that the embedding is poor',
  expected: { kind: 'refused', reasons: ['face.eyes_covered'] },
  clip: ({ options }) => occluded(options, 'sunglasses'),
};

export default species;
