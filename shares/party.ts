/** The three operators stand in a ring: 0, 1, 2, and 0 again. */
export type Party = 0 | 1 | 2;

export const PARTIES = [0, 1, 2] as const satisfies readonly Party[];

export type Neighbour = 'previous' | 'next';

const NEXT = [1, 2, 0] as const satisfies readonly Party[];

export function nextOf(party: Party): Party {
  return NEXT[party];
}

export function neighbourOf(party: Party, which: Neighbour): Party {
  return which === 'next' ? nextOf(party) : nextOf(nextOf(party));
}

export function opposite(which: Neighbour): Neighbour {
  return which === 'next' ? 'previous' : 'next';
}
