import type { Backdrop } from './backdrop.js';
import type { Expression } from './expression.js';
import type { Identity } from './identity.js';

/** One person at one moment. */
export interface Person extends Expression {
  readonly identity: Identity;
  /** Positive = towards the picture's right = the person's left. */
  readonly yawDeg: number;
  /** Positive = the face looks up. */
  readonly pitchDeg: number;
  /** Positive = the head tips counter-clockwise in the picture. */
  readonly rollDeg: number;
  /** From the camera to the middle of the head. At 42 cm the eyes are about 105 px apart in 640 × 480. */
  readonly distanceCm: number;
  /** Where the middle of the face is, from the picture's centre; right and down are positive. */
  readonly offsetPx: readonly [x: number, y: number];
}

/** All that one picture shows. */
export interface Scene {
  readonly persons: readonly Person[];
  readonly light: {
    /** Where the light comes from, seen from the face: the picture's right, up, the camera. Any length. */
    readonly direction: readonly [x: number, y: number, z: number];
    /** Share of light that comes from everywhere, 0…1. */
    readonly ambient: number;
    /** Exposure; 1 = as painted. */
    readonly level: number;
    /** Colour of the light, factors of red, green and blue. */
    readonly tint: readonly [number, number, number];
  };
  readonly backdrop: Backdrop;
  readonly noise: {
    readonly seed: number;
    /** Standard deviation, grey values. */
    readonly sigma: number;
  };
}

export const DEFAULT_LIGHT: Scene['light'] = {
  direction: [0.1, 0.5, 0.9],
  ambient: 0.5,
  level: 1,
  tint: [1, 1, 1],
};

/** A person at rest, looking into the camera.
 * @example
 * const turned = personAt(IDENTITIES.ada, { yawDeg: 25 }); */
export function personAt(identity: Identity, change: Partial<Omit<Person, 'identity'>> = {}): Person {
  return {
    identity,
    yawDeg: 0,
    pitchDeg: 0,
    rollDeg: 0,
    distanceCm: 42,
    offsetPx: [0, 0],
    blink: 0,
    mouthOpen: 0,
    ...change,
  };
}

/** A room with these persons in it.
 * @example
 * const scene = sceneWith([personAt(IDENTITIES.ada)], { backdrop: 'white-wall' }); */
export function sceneWith(persons: readonly Person[], change: Partial<Omit<Scene, 'persons'>> = {}): Scene {
  return { persons, light: DEFAULT_LIGHT, backdrop: 1, noise: { seed: 1, sigma: 2 }, ...change };
}
