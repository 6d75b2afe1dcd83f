/** Landmark indices of the face's parts. "Right" is the person's right: the picture's left. */

/** Upper lid, from the outer to the inner corner; each above the same entry of {@link LOWER_LID}. */
export const UPPER_LID = {
  right: [246, 161, 160, 159, 158, 157, 173],
  left: [466, 388, 387, 386, 385, 384, 398],
} as const;
export const LOWER_LID = {
  right: [7, 163, 144, 145, 153, 154, 155],
  left: [249, 390, 373, 374, 380, 381, 382],
} as const;
/** The skin above the upper lid, which follows it half of the way. */
export const LID_SKIN = {
  right: [247, 30, 29, 27, 28, 56, 190],
  left: [467, 260, 259, 257, 258, 286, 414],
} as const;
export const EYE_CORNERS = { right: [33, 133], left: [263, 362] } as const;

export const BROW_TOP = { right: [70, 63, 105, 66, 107], left: [300, 293, 334, 296, 336] } as const;
export const BROW_BOTTOM = { right: [46, 53, 52, 65, 55], left: [276, 283, 282, 295, 285] } as const;

/** Both rings start at the right corner and go along the lower lip first. */
export const OUTER_LIPS = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
] as const;
export const INNER_LIPS = [
  78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191,
] as const;
/** Points of a lip ring that belong to the lower lip: the entries after the first corner and before the second. */
export const LOWER_LIP_SLICE = [1, 10] as const;

/** The closed ring of an eye's opening. */
export function eyeRing(side: 'right' | 'left'): readonly number[] {
  const [outer, inner] = EYE_CORNERS[side];
  return [outer, ...LOWER_LID[side], inner, ...UPPER_LID[side].toReversed()];
}
