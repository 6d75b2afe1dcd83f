import { occluded } from '../../instruments/occlusion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'occluded-surgical-mask',
  title: 'Evasion: surgical mask',
  rows: [16],
  instrument: 'a genuine person who hides nose and mouth, so that the embedding is poor',
  expected: {
    kind: 'missed',
    why: 'no model here sees what hides a part of a face',
  },
  clip: ({ options }) => occluded(options, 'surgical-mask'),
};

export default species;
