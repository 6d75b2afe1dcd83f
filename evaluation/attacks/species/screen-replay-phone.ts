import { genuine } from '../../../src/testing/index.js';
import { played, SCREENS } from '../../instruments/screen.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'screen-replay-phone',
  title: 'Replay on a phone',
  rows: [8, 9],
  instrument: 'a clip that answers what an earlier session asked, played on a phone',
  expected: { kind: 'caught', allOf: ['challenge'] },
  clip: ({ options, earlier }) =>
    played(genuine({ ...options, challenge: earlier.steps }), 'screen-replay', SCREENS.phone),
};

export default species;
