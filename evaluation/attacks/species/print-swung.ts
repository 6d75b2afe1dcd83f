import { printSwung } from '../../instruments/print.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-swung',
  title: 'Print swung to and fro',
  rows: [4],
  instrument: 'an A4 print that is turned by 40° all the time',
  expected: { kind: 'caught', anyOf: ['challenge', 'parallax'] },
  clip: ({ options }) => printSwung(options),
};

export default species;
