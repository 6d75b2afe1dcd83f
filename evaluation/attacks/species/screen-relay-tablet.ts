import { screenRelay } from '../../instruments/screen.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'screen-relay-tablet',
  title: 'Live call on a tablet',
  rows: [8],
  instrument: 'a person elsewhere who follows the cues, shown on a tablet',
  expected: {
    kind: 'missed',
    why: 'it follows the cues and its turns are real; only the optional texture model speaks against it',
  },
  clip: ({ options }) => screenRelay(options, 'tablet'),
};

export default species;
