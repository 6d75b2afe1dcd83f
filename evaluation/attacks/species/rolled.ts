import { rolled } from '../../instruments/evasion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'rolled',
  title: 'Evasion: rolled head',
  rows: [19],
  instrument: 'a genuine person whose head is tipped by 30°',
  expected: { kind: 'refused', reasons: ['face.not_frontal'] },
  clip: ({ options }) => rolled(options),
};

export default species;
