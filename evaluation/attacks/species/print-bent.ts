import { printBent } from '../../instruments/print.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-bent',
  title: 'Print bent round a tube',
  rows: [5],
  instrument: 'an A4 print with a radius of 9 cm that follows no cue',
  expected: { kind: 'caught', anyOf: ['challenge', 'parallax'] },
  clip: ({ options }) => printBent(options),
};

export default species;
