import { type ClipScript, changed, type Develop, developed } from '../../src/testing/clip/script.js';
import { type GenuineOptions, genuine } from '../../src/testing/clip/scripts.js';
import type { Identity } from '../../src/testing/person/identity.js';
import { DEFAULT_LIGHT, type Person, type Scene } from '../../src/testing/person/scene.js';
import { blurredBy, compressed, graded, noisy } from '../instruments/effects.js';

/** The circumstances in which a seller at a desk may do what is asked. None of them should be held against anybody. */

export interface GenuineCondition {
  readonly name: string;
  script(options: GenuineOptions): ClipScript;
}

/** The sensor's noise and what the optics and the codec make of the picture before it. */
interface Webcam {
  /** Grey values; default 2. */
  readonly noiseSigma?: number;
  readonly optics?: Develop;
  /** Comes after the noise. */
  readonly codec?: Develop;
}

function under(options: GenuineOptions, light: Partial<Scene['light']>): GenuineOptions {
  return { ...options, scene: { ...options.scene, light: { ...DEFAULT_LIGHT, ...light } } };
}

function sitting(options: GenuineOptions, person: Partial<Omit<Person, 'identity'>>): GenuineOptions {
  return { ...options, person: { ...options.person, ...person } };
}

function wearing(options: GenuineOptions, worn: Partial<Identity>): GenuineOptions {
  return { ...options, identity: { ...options.identity, ...worn } };
}

function filmed(options: GenuineOptions, { noiseSigma = 2, optics, codec }: Webcam): ClipScript {
  const living = genuine(options);
  const noiseless = changed(living, living.name, (scene) => ({
    ...scene,
    noise: { ...scene.noise, sigma: 0 },
  }));
  const develop: Develop = (picture, timeMs) => {
    const seen = optics?.(picture, timeMs) ?? picture;
    const sensed = noisy(seen, living.sceneAt(timeMs).noise.seed, noiseSigma);
    return codec?.(sensed, timeMs) ?? sensed;
  };
  return developed(noiseless, living.name, develop, { noiseSigma });
}

/** Warm light of a lamp, cool light of a window on an overcast day. */
const WARM = [1.1, 0.98, 0.82] as const;
const COOL = [0.94, 1, 1.1] as const;

const CONDITIONS: Readonly<Record<string, (options: GenuineOptions) => ClipScript>> = {
  plain: genuine,
  'dim-evening': (options) => filmed(under(options, { level: 0.62, tint: WARM }), { noiseSigma: 5 }),
  'lamp-above': (options) => genuine(under(options, { direction: [0, 1, 0.5], ambient: 0.55, tint: WARM })),
  'window-right': (options) =>
    filmed(under(options, { direction: [0.8, 0.35, 0.7], ambient: 0.6, tint: COOL }), {
      optics: (picture) => graded(picture, 0.88, 1.06),
    }),
  'window-left': (options) =>
    filmed(under(options, { direction: [-0.8, 0.35, 0.7], ambient: 0.6, tint: COOL }), {
      optics: (picture) => graded(picture, 1.06, 0.88),
    }),
  near: (options) => genuine(sitting(options, { distanceCm: 37 })),
  'arms-length': (options) => genuine(sitting(options, { distanceCm: 47 })),
  'a-little-aside': (options) => genuine(sitting(options, { offsetPx: [45, 18] })),
  'laptop-below': (options) => genuine(sitting(options, { pitchDeg: 7, rollDeg: 3 })),
  'head-tipped': (options) => genuine(sitting(options, { pitchDeg: -4, rollDeg: -7 })),
  'soft-webcam': (options) =>
    filmed(options, { noiseSigma: 4, optics: (picture) => blurredBy(picture, 1.1) }),
  'noisy-webcam': (options) => filmed(options, { noiseSigma: 8 }),
  'stingy-codec': (options) => filmed(options, { noiseSigma: 3, codec: (picture) => compressed(picture, 5) }),
  quick: (options) => genuine({ ...options, reactionMs: 350, pace: 1.15 }),
  // Later than this, an answer to the latest cue is no longer back in time.
  unhurried: (options) => genuine({ ...options, reactionMs: 800, pace: 1.25 }),
  'small-turns': (options) => genuine({ ...options, turnDeg: 32 }),
  'large-turns': (options) => genuine({ ...options, turnDeg: 45 }),
  glasses: (options) => genuine(wearing(options, { glasses: { style: 'thick-square', rgb: [40, 44, 50] } })),
  headscarf: (options) => genuine(wearing(options, { hair: { style: 'headscarf', rgb: [92, 60, 92] } })),
};

/** Everything by which genuine clips are varied when error rates are counted. */
export const GENUINE_CONDITIONS: readonly GenuineCondition[] = Object.entries(CONDITIONS).map(
  ([name, script]) => ({
    name,
    script: (options) => ({ ...script(options), name: `${name}-${options.identity.name}` }),
  }),
);
