import { type ClipScript, changed, developed } from '../../src/testing/clip/script.js';
import { type GenuineOptions, genuine } from '../../src/testing/clip/scripts.js';
import { answerTimes } from '../../src/testing/clip/timeline.js';
import type { Identity } from '../../src/testing/person/identity.js';
import { lightOf, type Picture } from '../../src/testing/person/render.js';
import { layCard } from './card.js';
import { noisy } from './effects.js';
import { cardOf, printOf, resting, shaken } from './print.js';

/** How long it takes to lower a print out of the picture, ms: shorter than a face may be away. */
const LOWERING_MS = 150;
/** The print is out of the picture this long before and after each answer, ms. */
const BARE_MS = 100;

/** A print of one person before the face of another, who lowers it for each answer: what is seen from the front is paper,
 * what moves is a head.
 * @param holder - who sits behind it. */
export function printLowered(options: GenuineOptions, holder: Identity): ClipScript {
  const name = `print-lowered-${options.identity.name}-${holder.name}`;
  const acting = genuine({ ...options, identity: holder });
  const quiet = changed(acting, name, (scene) => ({ ...scene, noise: { ...scene.noise, sigma: 0 } }));
  const print = printOf(options.identity);
  const loweredAt = lowering(options);
  const develop = (picture: Picture, timeMs: number): Picture => {
    const scene = acting.sceneAt(timeMs);
    const light = lightOf(scene);
    const share = loweredAt(timeMs);
    const pose = shaken(resting(options), timeMs, 0.3);
    const offsetPx = [pose.offsetPx[0], pose.offsetPx[1] + share * picture.height] as const;
    const card = cardOf(print(), scene);
    const shown = share === 1 ? picture : layCard(picture, card, { ...pose, offsetPx }, light);
    return noisy(shown, scene.noise.seed, scene.noise.sigma);
  };
  return developed(quiet, name, develop, { options, holder });
}

/** How far the print is lowered at each time of the clip: 0 = before the face, 1 = out of the picture. */
function lowering(options: GenuineOptions): (timeMs: number) => number {
  const { startAtMs = 0 } = options;
  const away = answerTimes(options.challenge, options);
  return (timeMs) => {
    const shares = away.map(([fromMs, untilMs]) => {
      const [beforeMs, afterMs] = [
        startAtMs + fromMs - BARE_MS - timeMs,
        timeMs - startAtMs - untilMs - BARE_MS,
      ];
      return 1 - Math.min(1, Math.max(0, beforeMs, afterMs) / LOWERING_MS);
    });
    return Math.max(0, ...shares);
  };
}
