import { genuine } from '../../../src/testing/index.js';
import { played, SCREENS } from '../../instruments/screen.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'screen-replay-tablet',
  title: 'Replay on a tablet',
  rows: [8, 9],
  instrument: 'a clip that answers what an earlier session asked, played on a tablet',
  expected: { kind: 'caught', allOf: ['challenge'] },
  clip: ({ options, earlier }) =>
    played(genuine({ ...options, challenge: earlier.steps }), 'screen-replay', SCREENS.tablet),
};

export default species;
