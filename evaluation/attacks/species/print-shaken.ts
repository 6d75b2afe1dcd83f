import { printShaken } from '../../instruments/print.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-shaken',
  title: 'Print in a shaking hand',
  rows: [3],
  instrument: 'an A4 print that follows no cue',
  expected: { kind: 'caught', allOf: ['challenge'] },
  clip: ({ options }) => printShaken(options),
};

export default species;
