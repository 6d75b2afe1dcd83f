import { printBentTurned } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-bent-turned',
  title: 'Bent print turned as asked',
  rows: [5],
  instrument: 'an A4 print with a radius of 9 cm that is turned by 40° at each cue',
  expected: {
    kind: 'missed',
    why: 'one in twelve is believed by the landmarker: bent paper has depth, and only the reported turn spoke against it',
  },
  clip: ({ options }) => printBentTurned(options),
};

export default species;
