import { tooBright } from '../../instruments/evasion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'too-bright',
  title: 'Evasion: too much light',
  rows: [16],
  instrument: 'a genuine person in glare, so that the embedding is poor',
  expected: { kind: 'refused', reasons: ['light.too_bright', 'face.none'] },
  clip: ({ options }) => tooBright(options),
};

export default species;
