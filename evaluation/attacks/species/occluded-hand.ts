import { occluded } from '../../instruments/occlusion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'occluded-hand',
  title: 'Evasion: hand before the face',
  rows: [16],
  instrument: 'a genuine person who hides the mouth, so that the embedding is poor',
  expected: {
    kind: 'stopped',
    why: 'fingers that leave a part of the lips in view are not refused; too few frames are then good enough to be compared',
  },
  clip: ({ options }) => occluded(options, 'hand'),
};

export default species;
