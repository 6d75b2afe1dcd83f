import { occluded } from '../../instruments/occlusion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'occluded-surgical-mask',
  title: 'Evasion: surgical mask',
  rows: [16],
  instrument: 'a genuine person who hides nose and mouth, so that the embedding is poor',
  expected: {
    kind: 'refused',
    reasons: ['face.mouth_covered', 'face.eyes_covered', 'face.none', 'face.gap'],
  },
  clip: ({ options }) => occluded(options, 'surgical-mask'),
};

export default species;
