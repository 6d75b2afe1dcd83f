import { blurred } from '../../instruments/evasion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'blurred',
  title: 'Evasion: out of focus',
  rows: [17],
  instrument: 'a genuine person, blurred by 6 px, so that the embedding is poor',
  expected: { kind: 'refused', reasons: ['image.blurry', 'face.none'] },
  clip: ({ options }) => blurred(options),
};

export default species;
