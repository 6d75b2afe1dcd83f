import { printTurned } from '../../instruments/print.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-turned',
  title: 'Print turned as asked',
  rows: [4],
  instrument: 'an A4 print that is turned by 40°, tipped or moved at each cue: the cleverest use of it',
  expected: { kind: 'caught', anyOf: ['challenge', 'parallax'] },
  clip: ({ options }) => printTurned(options),
};

export default species;
