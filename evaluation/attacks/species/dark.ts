import { dark } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'dark',
  title: 'Evasion: hardly any light',
  rows: [16],
  instrument: 'a genuine person with the lights off, so that the embedding is poor',
  expected: { kind: 'refused', reasons: ['light.too_dark', 'face.none'] },
  clip: ({ options }) => dark(options),
};

export default species;
