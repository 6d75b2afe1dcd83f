import { ada } from './identities/ada.js';
import { bao } from './identities/bao.js';
import { chidi } from './identities/chidi.js';
import { dalia } from './identities/dalia.js';
import { emil } from './identities/emil.js';
import { felix } from './identities/felix.js';
import { gus } from './identities/gus.js';
import { hugo } from './identities/hugo.js';
import type { Identity } from './identity.js';

/** Eight people who do not exist. With the shipped models any two are less alike than the published threshold, and
 * each is more alike to themselves in another clip (docs/test-persons.md; measured by tools/identities).
 * @example
 * await writeClip(neutralOnly(IDENTITIES.chidi)); */
export const IDENTITIES = { ada, bao, chidi, dalia, emil, felix, gus, hugo } as const satisfies Readonly<
  Record<string, Identity>
>;
