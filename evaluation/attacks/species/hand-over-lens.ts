import { handOverLens } from '../../instruments/evasion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'hand-over-lens',
  title: 'Hand over the lens',
  rows: [15],
  instrument: 'dark red skin, all but uniform',
  expected: { kind: 'refused', reasons: ['face.none'] },
  clip: ({ options }) => handOverLens(options),
};

export default species;
