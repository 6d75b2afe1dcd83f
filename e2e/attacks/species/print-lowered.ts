import { printLowered } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-lowered',
  title: 'Print that is lowered for each answer',
  rows: [4, 13],
  instrument:
    'an A4 print of another person before a living face, lowered in 150 ms for each answer and raised again',
  expected: { kind: 'caught', anyOf: ['continuity', 'parallax', 'challenge', 'one-face'] },
  clip: ({ options, other }) => printLowered(options, other),
};

export default species;
