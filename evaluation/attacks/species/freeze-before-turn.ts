import { freezeBeforeTurn } from '../../instruments/time.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'freeze-before-turn',
  title: 'A picture that waits',
  rows: [12],
  instrument: 'a genuine clip that stands still until the answer to the first cue',
  expected: { kind: 'caught', allOf: ['repeat'] },
  clip: ({ options }) => freezeBeforeTurn(options),
};

export default species;
