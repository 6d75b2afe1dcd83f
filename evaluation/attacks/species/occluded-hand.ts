import { occluded } from '../../instruments/occlusion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'occluded-hand',
  title: 'Evasion: hand before the face',
  rows: [16],
  instrument: 'a genuine person who hides the mouth, so that the embedding is poor',
  expected: {
    kind: 'missed',
    why: 'no model here sees what hides a part of a face',
  },
  clip: ({ options }) => occluded(options, 'hand'),
};

export default species;
