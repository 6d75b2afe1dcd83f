import { genuine } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'other-session',
  title: "Replay of the seller's earlier session",
  rows: [9],
  instrument: 'a genuine clip that answers what an earlier session asked, injected without loss',
  expected: { kind: 'caught', allOf: ['challenge'] },
  clip: ({ options, earlier }) => genuine({ ...options, challenge: earlier.steps }),
};

export default species;
