import { screenRelay } from '../../instruments/screen.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'screen-relay-phone',
  title: 'Live call on a phone',
  rows: [8],
  instrument: 'a person elsewhere who follows the cues, shown on a phone',
  expected: {
    kind: 'missed',
    why: 'it follows the cues and its turns are real; only the optional texture model speaks against it',
  },
  clip: ({ options }) => screenRelay(options, 'phone'),
};

export default species;
