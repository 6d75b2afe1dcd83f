import { late } from '../../instruments/time.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'late',
  title: 'The right answers, after their time',
  rows: [9],
  instrument: 'a person who answers 2.3 s after each cue',
  expected: { kind: 'caught', allOf: ['challenge'] },
  clip: ({ options }) => late(options),
};

export default species;
