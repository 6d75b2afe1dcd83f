import { changedPersons, genuine } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const SWAPPED_AT_MS = 2_500;

const species: AttackSpecies = {
  id: 'swap',
  title: 'Another person takes over',
  rows: [13],
  instrument: 'two people who follow the cues, cut together between them, at the same place',
  expected: { kind: 'caught', anyOf: ['continuity', 'one-face'] },
  clip: ({ options, other }) =>
    changedPersons(genuine(options), 'swap', (person, timeMs) =>
      timeMs - options.startAtMs < SWAPPED_AT_MS ? person : { ...person, identity: other },
    ),
};

export default species;
