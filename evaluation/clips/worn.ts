import { type ClipScript, type GenuineOptions, genuine, type Identity } from '../../src/testing/index.js';

/** What people wear or grow that hides a part of the face and that no check may hold against them: each kind in several
 * forms, on whoever it is put. */

type Form = Partial<Pick<Identity, 'glasses' | 'beard' | 'hair' | 'clothesRgb'>>;

const FRAMES = {
  dark: [40, 44, 50],
  gold: [168, 134, 72],
  red: [150, 40, 44],
  clear: [196, 200, 204],
} as const;
const BEARDS = {
  black: [30, 22, 18],
  brown: [92, 62, 40],
  grey: [150, 146, 140],
  blond: [172, 140, 92],
} as const;
const CLOTHS = {
  plum: [92, 60, 92],
  black: [24, 24, 28],
  white: [226, 222, 214],
  green: [52, 96, 74],
} as const;

const FORMS = {
  glasses: [
    { glasses: { style: 'thin-round', rgb: FRAMES.gold } },
    { glasses: { style: 'thick-round', rgb: FRAMES.dark } },
    { glasses: { style: 'thin-square', rgb: FRAMES.clear } },
    { glasses: { style: 'thick-square', rgb: FRAMES.red } },
  ],
  beard: [
    { beard: { style: 'stubble', rgb: BEARDS.brown } },
    { beard: { style: 'moustache', rgb: BEARDS.black } },
    { beard: { style: 'goatee', rgb: BEARDS.grey } },
    { beard: { style: 'full', rgb: BEARDS.black } },
    { beard: { style: 'full', rgb: BEARDS.blond } },
  ],
  headscarf: Object.values(CLOTHS).map((rgb) => ({ hair: { style: 'headscarf', rgb }, clothesRgb: rgb })),
} as const satisfies Readonly<Record<string, readonly Form[]>>;

export type Worn = keyof typeof FORMS;

export const WORN = Object.keys(FORMS) as readonly Worn[]; // its own keys and no other

/** Somebody who wears it and does what is asked.
 * @param number - from 0: which form; after the last one the first again. */
export function wearing(options: GenuineOptions, worn: Worn, number: number): ClipScript {
  const forms: readonly Form[] = FORMS[worn];
  return genuine({ ...options, identity: { ...options.identity, ...forms[number % forms.length] } });
}
