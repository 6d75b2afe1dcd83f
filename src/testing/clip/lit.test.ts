import { describe, expect, it } from 'vitest';
import { IDENTITIES } from '../person/identities.js';
import { createRenderer } from '../person/render.js';
import { lit } from './lit.js';
import { pictureAt } from './script.js';
import { genuine } from './scripts.js';

const plain = { ...genuine({ identity: IDENTITIES.ada, challenge: [] }), widthPx: 160, heightPx: 120 };
const colours = [
  { rgb: [255, 154, 89], atMs: 0 },
  { rgb: [89, 187, 255], atMs: 600 },
] as const;
const script = lit(plain, { colours, faceShare: 0.2 });
const renderer = createRenderer(plain.widthPx, plain.heightPx);

/** Red over blue in the picture's middle, where the face is, and in its upper left corner. */
function redness(clip: typeof plain, timeMs: number) {
  const { rgb, width, height } = pictureAt(renderer, clip, timeMs);
  const of = (left: number, top: number): number => {
    let [red, blue] = [0, 0];
    for (let y = top; y < top + 20; y += 1) {
      for (let x = left; x < left + 20; x += 1) {
        red += rgb[(y * width + x) * 3] ?? 0;
        blue += rgb[(y * width + x) * 3 + 2] ?? 0;
      }
    }
    return red / blue;
  };
  return { face: of(width / 2 - 10, height / 2 - 10), room: of(0, 0) };
}

describe('lit', () => {
  it('colours the face as the screen does, a moment later, and the room hardly', () => {
    const [orange, blue] = [6_300, 6_900].map((timeMs) => ({
      before: redness(plain, timeMs),
      after: redness(script, timeMs),
    }));
    if (orange === undefined || blue === undefined) throw new Error('two moments were asked for');
    expect(orange.after.face / orange.before.face).toBeGreaterThan(1.1);
    expect(blue.after.face / blue.before.face).toBeLessThan(0.92);
    expect(orange.after.room / orange.before.room).toBeLessThan(1.04);
    expect(redness(script, 6_650).face, 'still orange: display and camera take time').toBeGreaterThan(
      redness(plain, 6_650).face,
    );
  });

  it('leaves the clip as it is before and after the recording', () => {
    for (const timeMs of [5_000, 6_100, 12_000]) {
      expect(pictureAt(renderer, script, timeMs).rgb).toEqual(pictureAt(renderer, plain, timeMs).rgb);
    }
  });

  it('is another file for other colours', () => {
    const other = lit(plain, { colours: colours.slice(1), faceShare: 0.2 });
    expect(JSON.stringify(other.developments)).not.toBe(JSON.stringify(script.developments));
  });
});
