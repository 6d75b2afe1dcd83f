import { occluded } from '../../instruments/occlusion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'occluded-sunglasses',
  title: 'Evasion: sunglasses',
  rows: [16],
  instrument: 'a genuine person who hides the eyes, so that the embedding is poor',
  expected: {
    kind: 'missed',
    why: 'no model here sees what hides a part of a face',
  },
  clip: ({ options }) => occluded(options, 'sunglasses'),
};

export default species;
