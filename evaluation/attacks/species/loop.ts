import { loop } from '../../instruments/time.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'loop',
  title: 'Short loop',
  rows: [10],
  instrument: 'a second and a half of a genuine clip, again and again',
  expected: { kind: 'caught', allOf: ['repeat'] },
  clip: ({ options }) => loop(options),
};

export default species;
