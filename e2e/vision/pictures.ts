import { createRenderer, IDENTITIES, personAt, type Scene, sceneWith } from '../../src/testing/index.js';
import type { ServedFile } from '../support/static-server.js';

export const WIDTH_PX = 640;
export const HEIGHT_PX = 480;
const { ada: PERSON, chidi: OTHER } = IDENTITIES;

const TURNING = Array.from({ length: 12 }, (_, index) => -22 + 4 * index);
export const SCENES: Readonly<Record<string, Scene>> = {
  person: sceneWith([personAt(PERSON)]),
  'person-later': sceneWith([personAt(PERSON, { distanceCm: 46, yawDeg: 6, offsetPx: [20, -10] })], {
    backdrop: 2,
    noise: { seed: 7, sigma: 3 },
  }),
  other: sceneWith([personAt(OTHER)]),
  left: sceneWith([personAt(PERSON, { yawDeg: 34 })]),
  right: sceneWith([personAt(PERSON, { yawDeg: -34 })]),
  up: sceneWith([personAt(PERSON, { pitchDeg: 20 })]),
  tilted: sceneWith([personAt(PERSON, { rollDeg: 15 })]),
  'eyes-shut': sceneWith([personAt(PERSON, { blink: 1 })]),
  'mouth-open': sceneWith([personAt(PERSON, { mouthOpen: 1 })]),
  'off-centre': sceneWith([personAt(PERSON, { offsetPx: [-120, 40] })]),
  far: sceneWith([personAt(PERSON, { distanceCm: 84 })]),
  two: sceneWith([
    personAt(PERSON, { offsetPx: [-110, 0], distanceCm: 60 }),
    personAt(OTHER, { offsetPx: [150, 0], distanceCm: 80 }),
  ]),
  nobody: sceneWith([]),
  dark: sceneWith([personAt(PERSON)], {
    light: { direction: [0.3, 0.5, 0.8], ambient: 0.5, level: 0.25, tint: [1, 1, 1] },
  }),
  'half-lit': sceneWith([personAt(PERSON)], {
    light: { direction: [1, 0, 0.1], ambient: 0.06, level: 1, tint: [1, 1, 1] },
  }),
  ...Object.fromEntries(
    TURNING.map((yawDeg, index) => [`turning-${index}`, sceneWith([personAt(PERSON, { yawDeg })])]),
  ),
};

/** The person as on a phone that is held before a wall: small enough that its dark edge is inside the models' crops. */
function onPhone(rgb: Uint8ClampedArray): Uint8ClampedArray {
  const shown = new Uint8ClampedArray(rgb.length);
  const [left, top, side, edge] = [140, 60, 360, 16];
  for (let y = 0; y < HEIGHT_PX; y += 1) {
    for (let x = 0; x < WIDTH_PX; x += 1) {
      const [inX, inY] = [x - left, y - top];
      const isScreen = inX >= 0 && inX < side && inY >= 0 && inY < side;
      const isEdge = inX >= -edge && inX < side + edge && inY >= -edge && inY < side + edge;
      // The middle square of the picture, shrunk to the screen.
      const [fromX, fromY] = [80 + Math.floor((inX * 480) / side), Math.floor((inY * 480) / side)];
      const from = 3 * (fromY * WIDTH_PX + fromX);
      const wall = [138, 131, 120];
      const colour = isScreen ? rgb.subarray(from, from + 3) : isEdge ? [10, 10, 12] : wall;
      shown.set(colour, 3 * (y * WIDTH_PX + x));
    }
  }
  return shown;
}

export function renderedPictures(headers: Readonly<Record<string, string>>): Record<string, ServedFile> {
  const renderer = createRenderer(WIDTH_PX, HEIGHT_PX);
  const served: Record<string, ServedFile> = {};
  const serve = (name: string, rgb: Uint8ClampedArray): void => {
    const rgba = Buffer.alloc(WIDTH_PX * HEIGHT_PX * 4, 255);
    for (let pixel = 0; pixel < WIDTH_PX * HEIGHT_PX; pixel += 1)
      rgba.set(rgb.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel);
    served[`/pictures/${name}`] = { body: rgba, type: 'application/octet-stream', headers };
  };
  for (const [name, scene] of Object.entries(SCENES)) serve(name, renderer.render(scene).rgb);
  serve('phone', onPhone(renderer.render(sceneWith([personAt(PERSON)])).rgb));
  return served;
}
