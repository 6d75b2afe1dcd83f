import { freezeMidway } from '../../instruments/time.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'freeze-midway',
  title: 'A picture that stops',
  rows: [12],
  instrument: 'a genuine clip that stands still from the last cue on',
  expected: { kind: 'caught', allOf: ['challenge', 'repeat'] },
  clip: ({ options }) => freezeMidway(options),
};

export default species;
