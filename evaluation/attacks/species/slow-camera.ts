import { slow } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'slow-camera',
  title: 'Slow camera',
  rows: [21],
  instrument: 'a camera that delivers four pictures a second, between which anything may happen',
  expected: { kind: 'refused', reasons: ['camera.too_slow'] },
  clip: ({ options }) => slow(options),
};

export default species;
