import { printNoise } from '../../instruments/print.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'print-noise',
  title: 'Print on a stand',
  rows: [2],
  instrument: "an A4 print; only the sensor's noise changes",
  expected: { kind: 'caught', allOf: ['challenge'] },
  clip: ({ options }) => printNoise(options),
};

export default species;
