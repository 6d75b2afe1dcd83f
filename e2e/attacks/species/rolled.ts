import { changedPersons, genuine } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const ROLL_DEG = 32;

const species: AttackSpecies = {
  id: 'rolled',
  title: 'Evasion: rolled head',
  rows: [19],
  instrument: 'a genuine person whose head is tipped by 32°',
  expected: { kind: 'refused', reasons: ['face.not_frontal'] },
  clip: ({ options }) =>
    changedPersons(genuine(options), 'rolled', (person) => ({
      ...person,
      rollDeg: person.rollDeg + ROLL_DEG,
    })),
};

export default species;
