import { swapWhileTurned } from '../../instruments/time.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'swap-while-turned',
  title: 'Another person while the head is turned',
  rows: [13],
  instrument:
    'two of the named eight, whom the embedding tells apart: one whenever the face can be compared, the other while it is turned further, in an edited film',
  expected: { kind: 'caught', anyOf: ['continuity', 'parallax'] },
  clip: ({ options, pair: [first, second] }) => swapWhileTurned({ ...options, identity: first }, second),
};

export default species;
