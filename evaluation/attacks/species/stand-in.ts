import { genuine } from '../../../src/testing/index.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'stand-in',
  title: 'Paid stand-in, or a face that is not the own',
  rows: [24, 25],
  instrument: 'another living person who does what is asked',
  expected: {
    kind: 'missed',
    why: 'a living person is what is looked for; whose account it is, nobody in the browser can see',
  },
  clip: ({ options, other }) => genuine({ ...options, identity: other }),
};

export default species;
