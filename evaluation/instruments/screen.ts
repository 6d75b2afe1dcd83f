import { type ClipScript, changed, developed } from '../../src/testing/clip/script.js';
import { type GenuineOptions, genuine, wrongDirection } from '../../src/testing/clip/scripts.js';
import type { Backdrop } from '../../src/testing/person/backdrop.js';
import { createRenderer, lightOf, type Picture } from '../../src/testing/person/render.js';
import { layCard } from './card.js';
import { noisy } from './effects.js';
import { once } from './once.js';

/** A clip that plays on a screen before the camera: requirements §8, rows 8 and 9. */

export interface Screen {
  /** The part of the clip that is shown, px about its middle. */
  readonly shownPx: readonly [width: number, height: number];
  /** Width of the lit picture; its height follows. */
  readonly widthCm: number;
  /** Dark round the picture, left and right, above and below. */
  readonly bezelCm: readonly [sides: number, ends: number];
  /** From one row of pixels to the next. The camera samples them point by point: the beat of both is the moiré. */
  readonly pitchCm: number;
  /** At which the face on it is about as large as a living one. */
  readonly distanceCm: number;
}

export const SCREENS = {
  phone: { shownPx: [300, 480], widthCm: 6.8, bezelCm: [0.4, 1.9], pitchCm: 0.0056, distanceCm: 14 },
  tablet: { shownPx: [640, 480], widthCm: 20, bezelCm: [1.1, 1.1], pitchCm: 0.0096, distanceCm: 22 },
  laptop: { shownPx: [640, 400], widthCm: 30, bezelCm: [0.8, 1.4], pitchCm: 0.0181, distanceCm: 34 },
} as const satisfies Record<string, Screen>;

export type ScreenKind = keyof typeof SCREENS;

/** A recorded clip of the person, played on a screen, that answers what an earlier session asked. */
export function screenReplay(options: GenuineOptions, kind: ScreenKind = 'laptop'): ClipScript {
  return played(wrongDirection(options), `screen-replay-${kind}-${options.identity.name}`, SCREENS[kind]);
}

/** A clip on a screen that answers what is asked, such as a live call: the challenge cannot tell it from a person. */
export function screenRelay(options: GenuineOptions, kind: ScreenKind = 'laptop'): ClipScript {
  return played(genuine(options), `screen-relay-${kind}-${options.identity.name}`, SCREENS[kind]);
}

/** The room that the screen is in is not the one that it shows. */
function otherRoom(backdrop: Backdrop): Backdrop {
  return backdrop === 'white-wall' ? 40 : backdrop + 40;
}

/** Any clip as a screen shows it, in the clip's own room and light, slightly askew in the hand. */
export function played(script: ClipScript, name: string, screen: Screen): ClipScript {
  const { widthPx, heightPx } = script;
  const room = once(() => {
    const scene = script.sceneAt(0);
    const empty = {
      ...scene,
      persons: [],
      backdrop: otherRoom(scene.backdrop),
      noise: { seed: 1, sigma: 0 },
    };
    return createRenderer(widthPx, heightPx).render(empty);
  });
  const bezel = bezelFor(screen);
  const develop = (picture: Picture, timeMs: number): Picture => {
    const { noise, ...scene } = script.sceneAt(timeMs);
    const card = {
      ...bezel.around(picture),
      bendRadiusCm: Number.POSITIVE_INFINITY,
      gain: glow(screen, bezel.litHeightCm, timeMs),
    };
    return noisy(layCard(room(), card, held(screen, timeMs), lightOf(scene)), noise.seed + 1, noise.sigma);
  };
  return developed(
    changed(script, name, (scene) => scene),
    name,
    develop,
    screen,
  );
}

function held({ distanceCm }: Screen, timeMs: number): Parameters<typeof layCard>[2] {
  const seconds = timeMs / 1000;
  return {
    yawDeg: 5 + 0.8 * Math.sin(1.9 * seconds),
    pitchDeg: -3 + 0.6 * Math.sin(2.7 * seconds),
    rollDeg: 0.8 * Math.sin(1.3 * seconds),
    distanceCm,
    offsetPx: [3 * Math.sin(2.2 * seconds), 2 * Math.sin(1.6 * seconds)],
  };
}

/** Rows of pixels and the bands of its refresh, which roll because the camera's rate is another. */
export function glow(
  { pitchCm }: Pick<Screen, 'pitchCm'>,
  litHeightCm: number,
  timeMs: number,
): (u: number, v: number) => number {
  const perRow = (2 * Math.PI) / pitchCm;
  const perBand = (2 * Math.PI * 3) / litHeightCm;
  const rolled = 0.007 * timeMs;
  return (u, v) =>
    (0.93 + 0.07 * Math.sin(v * perRow) + 0.03 * Math.sin(u * perRow)) *
    (0.95 + 0.05 * Math.sin(v * perBand + rolled));
}

/** A lit black is not black; mid tones are lifted and contrast is raised (gamma 1.25, contrast 1.1 of the recipe). */
const TONES = Uint8ClampedArray.from({ length: 256 }, (_, value) => {
  const lifted = 255 * (value / 255) ** (1 / 1.25);
  return 8 + 0.97 * ((lifted - 128) * 1.1 + 128);
});
const BEZEL_GREY = 22;

interface Framed {
  readonly picture: Picture;
  readonly widthCm: number;
  readonly heightCm: number;
}

/** Puts the shown part of a picture into a dark frame. */
function bezelFor({ shownPx, widthCm, bezelCm }: Screen): {
  readonly litHeightCm: number;
  around(picture: Picture): Framed;
} {
  const perCm = shownPx[0] / widthCm;
  const [sides, ends] = [Math.round(bezelCm[0] * perCm), Math.round(bezelCm[1] * perCm)];
  const [width, height] = [shownPx[0] + 2 * sides, shownPx[1] + 2 * ends];
  return {
    litHeightCm: shownPx[1] / perCm,
    around(picture) {
      const left = (picture.width - shownPx[0]) >> 1;
      const top = (picture.height - shownPx[1]) >> 1;
      const rgb = new Uint8ClampedArray(width * height * 3).fill(BEZEL_GREY);
      for (let row = 0; row < shownPx[1]; row++) {
        let from = ((row + top) * picture.width + left) * 3;
        let to = ((row + ends) * width + sides) * 3;
        for (const end = to + shownPx[0] * 3; to < end; to++, from++)
          rgb[to] = TONES[picture.rgb[from] ?? 0] ?? 0;
      }
      return { picture: { width, height, rgb }, widthCm: width / perCm, heightCm: height / perCm };
    },
  };
}
