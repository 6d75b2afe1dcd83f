import { printEyeCut } from '../../instruments/print.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-eye-cut',
  title: 'Eye-cut print',
  rows: [7],
  instrument: 'an A4 print that blinks and is turned as asked',
  expected: { kind: 'caught', anyOf: ['challenge', 'parallax'] },
  clip: ({ options }) => printEyeCut(options),
};

export default species;
