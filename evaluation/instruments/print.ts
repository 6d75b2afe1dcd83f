import { type ClipScript, changed, developed, retimed } from '../../src/testing/clip/script.js';
import type { GenuineOptions } from '../../src/testing/clip/scripts.js';
import { genuine } from '../../src/testing/clip/scripts.js';
import type { Identity } from '../../src/testing/person/identity.js';
import { createRenderer, lightOf, type Picture } from '../../src/testing/person/render.js';
import { type Person, personAt, type Scene, sceneWith } from '../../src/testing/person/scene.js';
import { type Card, type CardPose, FACE_PLANE_CM, heldBy, layCard, litPaper } from './card.js';
import { noisy, toned } from './effects.js';
import { once } from './once.js';

/** One printed portrait held before the camera: requirements §8 rows 1–7. */

/** Four times the picture's pixels would not be seen; 1.5 keeps the print sharp when it comes closer. */
export const PORTRAIT = { width: 960, height: 720 } as const;
export const PORTRAIT_DISTANCE_CM = 42;
const TEXELS_PER_CM = (PORTRAIT.width * 0.94) / (PORTRAIT_DISTANCE_CM - FACE_PLANE_CM);
/** A4, a little cut. */
export const PRINT_CM = { width: 21, height: 27 } as const;
const MARGIN_TEXELS = 10;
const PAPER = 232;
/** The print was taken in another room. */
const PORTRAIT_BACKDROP = 77;

/** How a print is held. What the person in the picture would do moves the holder instead. */
interface Holding {
  readonly name: string;
  readonly pose: (holder: Person, timeMs: number) => CardPose;
  readonly bendRadiusCm?: number;
  /** Which of the prints is shown; default the one with open eyes. */
  readonly shutsEyes?: (holder: Person) => boolean;
}

/** A life-size print, drawn when it is first needed.
 * @param blink - 0 = eyes open, 1 = closed. */
export function printOf(identity: Identity, blink = 0): () => Picture {
  return once(() => {
    const sitter = personAt(identity, { blink, distanceCm: PORTRAIT_DISTANCE_CM });
    const scene = sceneWith([sitter], { backdrop: PORTRAIT_BACKDROP, noise: { seed: 7, sigma: 1 } });
    const portrait = createRenderer(PORTRAIT.width, PORTRAIT.height).render(scene);
    return withMargin(toned(cutOut(portrait), inked));
  });
}

/** Ink on paper reaches neither black nor white. */
function inked(value: number): number {
  return 16 + value * 0.88;
}

/** Where the print's first texel is in the portrait. */
export const PRINT_ORIGIN = {
  x: Math.round((PORTRAIT.width - PRINT_CM.width * TEXELS_PER_CM) / 2),
  y: Math.round((PORTRAIT.height - PRINT_CM.height * TEXELS_PER_CM) / 2),
} as const;

function cutOut(portrait: Picture): Picture {
  const width = portrait.width - 2 * PRINT_ORIGIN.x;
  const height = portrait.height - 2 * PRINT_ORIGIN.y;
  const rgb = new Uint8ClampedArray(width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = ((row + PRINT_ORIGIN.y) * portrait.width + PRINT_ORIGIN.x) * 3;
    rgb.set(portrait.rgb.subarray(from, from + width * 3), row * width * 3);
  }
  return { width, height, rgb };
}

function withMargin(picture: Picture): Picture {
  const { width, height, rgb } = picture;
  for (let y = 0; y < height; y++) {
    const isEdgeRow = y < MARGIN_TEXELS || y >= height - MARGIN_TEXELS;
    const row = y * width * 3;
    if (isEdgeRow) rgb.fill(PAPER, row, row + width * 3);
    rgb.fill(PAPER, row, row + MARGIN_TEXELS * 3);
    rgb.fill(PAPER, row + (width - MARGIN_TEXELS) * 3, row + width * 3);
  }
  return picture;
}

/** The clip of an empty room in which something is put into each picture before the sensor's noise comes over all.
 * @param put - gets the room and the person who would be there. */
function inRoom(
  options: GenuineOptions,
  name: string,
  put: (room: Picture, scene: Scene, person: Person, timeMs: number) => Picture,
  parameters: unknown,
): ClipScript {
  const acting = genuine(options);
  const fullName = `${name}-${options.identity.name}`;
  const room = changed(acting, fullName, (scene) => ({
    ...scene,
    persons: [],
    noise: { ...scene.noise, sigma: 0 },
  }));
  const develop = (picture: Picture, timeMs: number): Picture => {
    const scene = acting.sceneAt(timeMs);
    const [person] = scene.persons;
    const filled = person === undefined ? picture : put(picture, scene, person, timeMs);
    return noisy(filled, scene.noise.seed, scene.noise.sigma);
  };
  return developed(room, fullName, develop, parameters);
}

function printHeld(options: GenuineOptions, { name, pose, bendRadiusCm, shutsEyes }: Holding): ClipScript {
  const open = printOf(options.identity);
  const shut = printOf(options.identity, 1);
  const put = (room: Picture, scene: Scene, holder: Person, timeMs: number): Picture => {
    const card = cardOf(shutsEyes?.(holder) === true ? shut() : open(), scene, bendRadiusCm);
    return layCard(room, card, pose(holder, timeMs), lightOf(scene));
  };
  return inRoom(options, name, put, { options, bendRadiusCm });
}

/** A print in the room's light. */
export function cardOf(picture: Picture, scene: Scene, bendRadiusCm = Number.POSITIVE_INFINITY): Card {
  return {
    picture,
    widthCm: PRINT_CM.width,
    heightCm: PRINT_CM.height,
    bendRadiusCm,
    gain: litPaper(lightOf(scene), scene.light.level),
  };
}

/** The holder at rest: follows no cue, holds quite still. */
export function resting(options: GenuineOptions): CardPose {
  return heldBy(personAt(options.identity, options.person));
}

const wave = (timeMs: number, periodMs: number): number => Math.sin((2 * Math.PI * timeMs) / periodMs);

/** A hand's tremor: the rates of the recipe in requirements §8, row 3. */
export function shaken(pose: CardPose, timeMs: number, strength = 1): CardPose {
  return {
    ...pose,
    rollDeg: pose.rollDeg + 1.7 * strength * wave(timeMs, 1110),
    distanceCm: pose.distanceCm * (1 + 0.02 * strength * wave(timeMs, 1700)),
    offsetPx: [
      pose.offsetPx[0] + 12 * strength * wave(timeMs, 1430),
      pose.offsetPx[1] + 8 * strength * wave(timeMs, 910),
    ],
  };
}

/** A print on a stand, before a camera without noise: all frames are equal to the byte. */
export function printStill(options: GenuineOptions): ClipScript {
  return retimed(printNoise(options), `print-still-${options.identity.name}`, () => 0);
}

/** A print on a stand; only the sensor's noise changes. */
export function printNoise(options: GenuineOptions): ClipScript {
  return printHeld(options, { name: 'print-noise', pose: () => resting(options) });
}

/** A print in a hand that shakes. */
export function printShaken(options: GenuineOptions): ClipScript {
  return printHeld(options, { name: 'print-shaken', pose: (_, timeMs) => shaken(resting(options), timeMs) });
}

/** A print that is turned, tipped and moved as the cues ask, by default 40° to the asked side. */
export function printTurned(options: GenuineOptions): ClipScript {
  const turning = { turnDeg: 40, ...options };
  return printHeld(turning, {
    name: 'print-turned',
    pose: (holder, timeMs) => shaken(heldBy(holder), timeMs, 0.3),
  });
}

/** A print that is turned to and fro by 40° all the time, whatever is asked. */
export function printSwung(options: GenuineOptions): ClipScript {
  return printHeld(options, {
    name: 'print-swung',
    pose: (_, timeMs) => ({ ...shaken(resting(options), timeMs, 0.3), yawDeg: 40 * wave(timeMs, 2_400) }),
  });
}

/** A print that is tipped to and fro by 35° all the time. */
export function printTilted(options: GenuineOptions): ClipScript {
  return printHeld(options, {
    name: 'print-tilted',
    pose: (_, timeMs) => ({ ...shaken(resting(options), timeMs, 0.3), pitchDeg: 35 * wave(timeMs, 2_400) }),
  });
}

/** Requirements §8, row 5: about as round as a head. */
const BEND_RADIUS_CM = 9;

/** A print bent round a tube. */
export function printBent(options: GenuineOptions): ClipScript {
  return printHeld(options, {
    name: 'print-bent',
    bendRadiusCm: BEND_RADIUS_CM,
    pose: (_, timeMs) => shaken(resting(options), timeMs, 0.3),
  });
}

/** A bent print that is turned to the asked side. */
export function printBentTurned(options: GenuineOptions): ClipScript {
  const turning = { turnDeg: 40, ...options };
  return printHeld(turning, {
    name: 'print-bent-turned',
    bendRadiusCm: BEND_RADIUS_CM,
    pose: (holder, timeMs) => shaken({ ...heldBy(holder), pivotBehindCm: BEND_RADIUS_CM }, timeMs, 0.3),
  });
}

/** A print that comes closer at each cue, whatever is asked; where that is what is asked, an answer. */
export function printCloser(options: GenuineOptions): ClipScript {
  const challenge = options.challenge.map((step) => ({ ...step, action: 'move-closer' as const }));
  return printHeld(
    { ...options, challenge },
    { name: 'print-closer', pose: (holder, timeMs) => shaken(heldBy(holder), timeMs, 0.3) },
  );
}

/** A print that is turned to the asked side and blinks: eyes cut out, paper lids drawn over them. */
export function printEyeCut(options: GenuineOptions): ClipScript {
  return printHeld(options, {
    name: 'print-eye-cut',
    pose: (holder, timeMs) => shaken(heldBy(holder), timeMs, 0.3),
    shutsEyes: ({ blink }) => blink > 0.5,
  });
}
