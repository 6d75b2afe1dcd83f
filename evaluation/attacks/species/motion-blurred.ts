import { motionBlurred } from '../../instruments/evasion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'motion-blurred',
  title: 'Evasion: a camera that swings',
  rows: [17],
  instrument: 'a genuine person, smeared over 29 px, so that the embedding is poor',
  expected: {
    kind: 'missed',
    why: 'a smear to one side leaves the detail across it, and a gate that sees it would refuse soft webcams',
  },
  clip: ({ options }) => motionBlurred(options),
};

export default species;
