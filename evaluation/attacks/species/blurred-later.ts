import { blurredLater } from '../../instruments/evasion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'blurred-later',
  title: 'Evasion: out of focus once the recording runs',
  rows: [17],
  instrument:
    'a genuine person, sharp until 300 ms after the start: a Gaussian of 6 px over each picture from there',
  expected: { kind: 'refused', reasons: ['image.blurry', 'face.none'] },
  clip: ({ options }) => blurredLater(options),
};

export default species;
