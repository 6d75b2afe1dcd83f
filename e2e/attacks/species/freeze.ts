import { genuine, retimed } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const FREEZES_AT_MS = 2_600;

const species: AttackSpecies = {
  id: 'freeze',
  title: 'A picture that stops',
  rows: [12],
  instrument: 'a genuine clip whose last picture stays from 2.6 s on',
  expected: { kind: 'caught', allOf: ['challenge', 'repeat'] },
  clip: ({ options }) =>
    retimed(genuine(options), 'freeze', (timeMs) => Math.min(timeMs, options.startAtMs + FREEZES_AT_MS)),
};

export default species;
