import { printLowered } from '../../instruments/print-lowered.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-lowered',
  title: 'Print that is lowered for each answer',
  rows: [4, 13],
  instrument:
    'an A4 print of one of the named eight before the living face of another, whom the embedding tells apart, lowered in 150 ms for each answer and raised again',
  expected: { kind: 'caught', anyOf: ['continuity'] },
  clip: ({ options, pair: [first, second] }) => printLowered({ ...options, identity: first }, second),
};

export default species;
