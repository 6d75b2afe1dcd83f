import { genuine } from '../../../src/testing/index.js';
import { played, SCREENS } from '../../instruments/screen.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'screen-replay-laptop',
  title: 'Replay on a laptop',
  rows: [8, 9],
  instrument: 'a clip that answers what an earlier session asked, played on a laptop',
  expected: { kind: 'caught', allOf: ['challenge'] },
  clip: ({ options, earlier }) =>
    played(genuine({ ...options, challenge: earlier.steps }), 'screen-replay', SCREENS.laptop),
};

export default species;
