import { swap } from '../../instruments/time.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'swap',
  title: 'Another person takes over',
  rows: [13],
  instrument:
    'two of the named eight, whom the embedding tells apart, who follow the cues, cut together between them, at the same place',
  expected: { kind: 'caught', anyOf: ['continuity', 'one-face'] },
  clip: ({ options, pair: [first, second] }) => swap({ ...options, identity: first }, second),
};

export default species;
