import { printTurned } from '../../instruments/print.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-turned-far',
  title: 'Print turned further than any head',
  rows: [4],
  instrument: 'an A4 print that is turned by 60° at each cue, so that the landmarker believes it',
  expected: { kind: 'caught', allOf: ['parallax'] },
  actions: ['turn-left', 'turn-right'],
  clip: ({ options }) => printTurned({ ...options, turnDeg: 60 }),
};

export default species;
