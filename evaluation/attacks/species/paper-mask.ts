import { paperMask } from '../../instruments/mask.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'paper-mask',
  title: 'Paper mask',
  rows: [7],
  instrument: 'a printed face on a living head, with holes for eyes and mouth',
  expected: {
    kind: 'missed',
    why: 'the head under it has depth and follows the cues; the texture model is optional and not trained on masks',
  },
  clip: ({ options, other }) => paperMask(options, other),
};

export default species;
