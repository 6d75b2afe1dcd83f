import { mirrored } from '../../instruments/evasion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'mirrored',
  title: 'Mirrored stream',
  rows: [20],
  instrument: 'a genuine person whose left and right are swapped',
  expected: { kind: 'caught', allOf: ['challenge'] },
  clip: ({ options }) => mirrored(options),
};

export default species;
