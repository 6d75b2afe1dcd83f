import { printTilted } from '../../instruments/print.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-tilted',
  title: 'Print tipped to and fro',
  rows: [4],
  instrument: 'an A4 print that is tipped by 35° all the time',
  expected: { kind: 'caught', anyOf: ['challenge', 'parallax'] },
  clip: ({ options }) => printTilted(options),
};

export default species;
