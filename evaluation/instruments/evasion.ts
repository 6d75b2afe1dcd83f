import {
  type ClipScript,
  changed,
  changedPersons,
  type Develop,
  developed,
} from '../../src/testing/clip/script.js';
import { type GenuineOptions, genuine, noFace } from '../../src/testing/clip/scripts.js';
import { smoothNoise } from '../../src/testing/person/random.js';
import type { Picture } from '../../src/testing/person/render.js';
import { DEFAULT_LIGHT, type Scene } from '../../src/testing/person/scene.js';
import { blurredBy, flipped, graded, noisy, padded, smearedAcross, toned } from './effects.js';

/** A real person whose picture is kept too poor to match: requirements §8, rows 15–20. `dark`, `far`, `slow` and
 * `unplugged` are ready-made clips. */

/** What is put over a genuine clip. Noise comes last, as the sensor's does. */
function behindLens(options: GenuineOptions, name: string, lens: Develop, parameters: unknown): ClipScript {
  const living = genuine(options);
  const fullName = `${name}-${options.identity.name}`;
  const noiseless = changed(living, fullName, (scene) => ({ ...scene, noise: { ...scene.noise, sigma: 0 } }));
  const develop = (picture: Picture, timeMs: number): Picture => {
    const { seed, sigma } = living.sceneAt(timeMs).noise;
    return noisy(lens(picture, timeMs), seed, sigma);
  };
  return developed(noiseless, fullName, develop, parameters);
}

function lit(options: GenuineOptions, light: Partial<Scene['light']>): GenuineOptions {
  return { ...options, scene: { ...options.scene, light: { ...DEFAULT_LIGHT, ...light } } };
}

/** Overexposed and glaring: skin of any tone, in little light too, runs into white. */
export function tooBright(options: GenuineOptions): ClipScript {
  // At a gain of 2 the darkest of fifty in the dimmest room was a good picture, and rightly live.
  const glare = { gain: 5, haze: 100 };
  const overexpose: Develop = (picture) => toned(picture, (value) => glare.gain * value + glare.haze);
  return behindLens(options, 'too-bright', overexpose, glare);
}

/** Hard light from the picture's right; the other half of the face is all but lost. */
export function halfLit(options: GenuineOptions): ClipScript {
  const fromRight = lit(options, { direction: [1, 0.15, 0.35], ambient: 0.12, level: 1.4 });
  const gains = { left: 0.15, right: 1 };
  return behindLens(fromRight, 'half-lit', (picture) => graded(picture, gains.left, gains.right), gains);
}

/** Out of focus.
 * @param sigmaPx - of the Gaussian, 4–8 px. */
export function blurred(options: GenuineOptions, sigmaPx = 6): ClipScript {
  return behindLens(options, 'blurred', (picture) => blurredBy(picture, sigmaPx), { sigmaPx });
}

/** Sharp until the recording runs, so that nothing keeps the seller from starting it; then out of focus.
 * @param afterMs - since the recording's start. */
export function blurredLater(options: GenuineOptions, afterMs = 300, sigmaPx = 6): ClipScript {
  const fromMs = (options.startAtMs ?? 0) + afterMs;
  const lens: Develop = (picture, timeMs) => (timeMs < fromMs ? picture : blurredBy(picture, sigmaPx));
  return behindLens(options, 'blurred-later', lens, { fromMs, sigmaPx });
}

/** The camera swings sideways while it exposes.
 * @param reachPx - half of the smear's length. */
export function motionBlurred(options: GenuineOptions, reachPx = 14): ClipScript {
  return behindLens(options, 'motion-blurred', (picture) => smearedAcross(picture, reachPx), { reachPx });
}

/** The whole picture at a quarter of its size (160 × 120) in the middle of black. */
export function tiny(options: GenuineOptions): ClipScript {
  return behindLens(options, 'tiny', (picture) => padded(picture, 4), null);
}

/** The head is tipped to the side.
 * @param rollDeg - 25–35. */
export function rolled(options: GenuineOptions, rollDeg = 30): ClipScript {
  return changedPersons(genuine(options), `rolled-${options.identity.name}`, (person) => ({
    ...person,
    rollDeg: person.rollDeg + rollDeg,
  }));
}

/** A camera or a filter that swaps left and right. */
export function mirrored(options: GenuineOptions): ClipScript {
  return developed(genuine(options), `mirrored-${options.identity.name}`, flipped);
}

/** A hand over the lens: dark red skin, all but uniform. */
export function handOverLens(options: GenuineOptions): ClipScript {
  const { rgb } = options.identity.skin;
  const shine = smoothNoise(options.identity.seed);
  const hand: Develop = (picture, timeMs) => {
    const { width, height } = picture;
    const out = new Uint8ClampedArray(picture.rgb.length);
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++, at += 3) {
        const glow =
          0.2 + 0.05 * (x / width) + 0.03 * shine((2 * x) / width + timeMs / 4000, (2 * y) / height);
        out[at] = rgb[0] * glow;
        out[at + 1] = rgb[1] * glow * 0.6;
        out[at + 2] = rgb[2] * glow * 0.55;
      }
    return noisy({ width, height, rgb: out }, Math.round(timeMs), 2);
  };
  const name = `hand-over-lens-${options.identity.name}`;
  return developed(noFace(options.identity), name, hand, options.identity);
}
