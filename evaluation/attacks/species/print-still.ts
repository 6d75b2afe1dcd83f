import { printStill } from '../../instruments/print.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-still',
  title: 'Print before a camera without noise',
  rows: [1],
  instrument: 'one picture, equal to the byte',
  expected: { kind: 'caught', allOf: ['challenge', 'repeat'] },
  clip: ({ options }) => printStill(options),
};

export default species;
