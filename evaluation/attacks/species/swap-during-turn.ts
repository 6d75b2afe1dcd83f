import { swapDuringTurn } from '../../instruments/time.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'swap-during-turn',
  title: 'Another person takes over in a turn',
  rows: [13],
  instrument:
    'two of the named eight, whom the embedding tells apart, who follow the cues, faded into each other while the head is turned furthest',
  expected: { kind: 'caught', anyOf: ['continuity', 'one-face'] },
  clip: ({ options, pair: [first, second] }) => swapDuringTurn({ ...options, identity: first }, second),
};

export default species;
