import type { FaceShape } from './shape.js';

/** sRGB, 0–255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Everything that a synthetic person may have on the head.
 * @example
 * const { name } = IDENTITIES.ada;
 * const persons = HAIR_STYLES.map((hair) => ({ ...IDENTITIES.ada, name: `${name}-${hair}`, hair })); */
export const HAIR_STYLES = [
  'bald',
  'receding',
  'short',
  'fringe',
  'quiff',
  'curly',
  'long',
  'bun',
  'headscarf',
  'beanie',
] as const;
/** One of {@link HAIR_STYLES}. */
export type HairStyle = (typeof HAIR_STYLES)[number];

/** Every way in which a synthetic person’s beard may grow.
 * @example
 * const { name } = IDENTITIES.ada;
 * const persons = BEARD_STYLES.map((beard) => ({ ...IDENTITIES.ada, name: `${name}-${beard}`, beard })); */
export const BEARD_STYLES = ['none', 'stubble', 'moustache', 'goatee', 'full'] as const;
/** One of {@link BEARD_STYLES}. */
export type BeardStyle = (typeof BEARD_STYLES)[number];

/** Every kind of glasses that a synthetic person may wear.
 * @example
 * const { name } = IDENTITIES.ada;
 * const persons = GLASSES_STYLES.map((glasses) => ({ ...IDENTITIES.ada, name: `${name}-${glasses}`, glasses })); */
export const GLASSES_STYLES = ['none', 'thin-round', 'thick-round', 'thin-square', 'thick-square'] as const;
/** One of {@link GLASSES_STYLES}. */
export type GlassesStyle = (typeof GLASSES_STYLES)[number];

/** What stays the same about a synthetic person from clip to clip. */
export interface Identity {
  readonly name: string;
  /** Traits that are left out are average. */
  readonly shape: FaceShape;
  /** Seeds the asymmetry of the face and the grain of its skin. */
  readonly seed: number;
  readonly skin: {
    readonly rgb: Rgb;
    /** 0…1 each. */
    readonly freckles: number;
    readonly age: number;
    readonly blush: number;
  };
  readonly hair: { readonly style: HairStyle; readonly rgb: Rgb };
  readonly beard: { readonly style: BeardStyle; readonly rgb: Rgb };
  readonly brows: {
    readonly rgb: Rgb;
    /** Of the average, 0.4–2. */
    readonly thickness: number;
    /** 0…1: how much skin they hide. */
    readonly density: number;
  };
  readonly irisRgb: Rgb;
  readonly lipsRgb: Rgb;
  readonly glasses: { readonly style: GlassesStyle; readonly rgb: Rgb };
  readonly clothesRgb: Rgb;
}
