import sharp from 'sharp';

/** Photographs of a phone's screen, side by side, as one picture for README.md. */

export const SCREEN = { width: 390, height: 844 } as const;
const GAP_PX = 24;
/** So that whoever reads README.md on a phone sees it. */
const MOST_BYTES = 150_000;

/** @param photographs - PNGs of whole pages that are 390 px wide; of each, what a screen of 844 px shows first.
 * @returns WebP, half of the size in px.
 * @throws where it is larger than `mostBytes`. */
export async function sideBySide(
  photographs: readonly Uint8Array[],
  mostBytes = MOST_BYTES,
): Promise<Buffer> {
  const { width, height } = SCREEN;
  const screens = await Promise.all(
    photographs.map((photograph) =>
      sharp(photograph).resize({ width, height, fit: 'cover', position: 'top' }).png().toBuffer(),
    ),
  );
  const wholeWidth = width * screens.length + GAP_PX * (screens.length - 1);
  const whole = await sharp({
    create: { width: wholeWidth, height, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .composite(screens.map((input, index) => ({ input, left: index * (width + GAP_PX), top: 0 })))
    .png()
    .toBuffer();
  const picture = await sharp(whole)
    .resize({ width: Math.round(wholeWidth / 2) })
    .webp({ quality: 82 })
    .toBuffer();
  if (picture.length > mostBytes)
    throw new Error(`the picture has ${picture.length} bytes, more than ${mostBytes}`);
  return picture;
}
