import { boomerang } from '../../instruments/time.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'boomerang',
  title: 'Forwards and backwards',
  rows: [11],
  instrument: 'a second and a half of a genuine clip, to and fro, so that no cut is seen',
  expected: { kind: 'caught', allOf: ['repeat'] },
  clip: ({ options }) => boomerang(options),
};

export default species;
