import { printCloser } from '../../instruments/print.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-closer',
  title: 'Print brought closer',
  rows: [6],
  instrument: 'an A4 print that comes closer at each cue, whatever is asked',
  expected: { kind: 'caught', anyOf: ['challenge', 'parallax'] },
  clip: ({ options }) => printCloser(options),
};

export default species;
