import { printBentTurned } from '../../instruments/print.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-bent-turned',
  title: 'Bent print turned as asked',
  rows: [5],
  instrument: 'an A4 print with a radius of 9 cm that is turned by 40° at each cue',
  expected: {
    kind: 'missed',
    why: 'some are believed by the landmarker: paper round a tube has depth, and at 40° it narrows too little for the third lock',
  },
  clip: ({ options }) => printBentTurned(options),
};

export default species;
