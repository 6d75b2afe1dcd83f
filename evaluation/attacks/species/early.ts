import { early } from '../../instruments/time.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'early',
  title: 'The right answers, before their cues',
  rows: [23],
  instrument: 'a recording of the right answers that runs 400 ms ahead',
  expected: { kind: 'caught', allOf: ['challenge'] },
  clip: ({ options }) => early(options),
};

export default species;
