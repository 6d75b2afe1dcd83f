import { halfLit } from '../../instruments/evasion.js';
import type { AttackSpecies } from '../species.js';

const species: AttackSpecies = {
  id: 'half-lit',
  title: 'Evasion: half lit',
  rows: [16],
  instrument: 'a genuine person in hard light from one side, so that the embedding is poor',
  expected: {
    kind: 'missed',
    why: 'one face in twelve keeps a quarter of the light on its darker cheek, and a window at the side leaves no more',
  },
  clip: ({ options }) => halfLit(options),
};

export default species;
