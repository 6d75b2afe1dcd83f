import type { Action, ChallengeStep } from '../../core/types.js';
import type { Identity } from '../person/identity.js';
import { seedFrom } from '../person/random.js';
import { DEFAULT_LIGHT, type Person, personAt, type Scene, sceneWith } from '../person/scene.js';
import { type ClipScript, changed, changedPersons } from './script.js';
import { answering, idling } from './timeline.js';

/** Ready-made clips. All start and end at rest and outlast warm-up and capture, because Chromium loops files. */

export interface GenuineOptions {
  readonly identity: Identity;
  /** What is asked; empty = the person only looks. */
  readonly challenge: readonly ChallengeStep[];
  /** Clip time at which the test starts the recording, ms. Default 6000. */
  readonly startAtMs?: number;
  /** Default 15000. */
  readonly durationMs?: number;
  /** From cue to movement, ms. */
  readonly reactionMs?: number;
  /** How far a turn goes, degrees. Default 38. */
  readonly turnDeg?: number;
  /** How fast each answer is made; 1 = 1.1 s from rest to rest, 2 = half of that. Default 1. */
  readonly pace?: number;
  /** Another session of the same person: other idle motion, noise and room. Default 1. */
  readonly take?: number;
  /** Changes to the person at rest: distance, place. */
  readonly person?: Partial<Omit<Person, 'identity'>>;
  readonly scene?: Partial<Omit<Scene, 'persons'>>;
}

/** A person who does what is asked.
 * @example
 * const script = genuine({ identity: IDENTITIES.ada, challenge: [{ action: 'turn-left', cueAtMs: 1_100 }] }); */
export function genuine(options: GenuineOptions): ClipScript {
  const { identity, challenge, startAtMs = 6_000, durationMs = 15_000, take = 1 } = options;
  const seed = seedFrom(`${identity.name} ${take}`);
  const resting = personAt(identity, options.person);
  return {
    name: `genuine-${identity.name}`,
    durationMs,
    framesPerSecond: 30,
    widthPx: 640,
    heightPx: 480,
    container: 'mjpeg',
    sceneAt(timeMs) {
      const idle = idling(resting, timeMs, durationMs, seed);
      const person = answering(idle, challenge, timeMs - startAtMs, options);
      const noise = { seed: seed + Math.round(timeMs), sigma: 2 };
      return sceneWith([person], { backdrop: take, noise, ...options.scene });
    },
  };
}

/** A person who looks into the camera and follows no cue.
 * @example
 * await writeClip(neutralOnly(IDENTITIES.bao)); */
export function neutralOnly(identity: Identity): ClipScript {
  return { ...genuine({ identity, challenge: [] }), name: `neutral-${identity.name}` };
}

const OPPOSITE: Readonly<Record<Action, Action>> = {
  'turn-left': 'turn-right',
  'turn-right': 'turn-left',
  'look-up': 'open-mouth',
  'open-mouth': 'look-up',
  'move-closer': 'look-up',
};

/** A person who does something else than asked, at the right time.
 * @example
 * await writeClip(wrongDirection(asked)); */
export function wrongDirection(options: GenuineOptions): ClipScript {
  const challenge = options.challenge.map((step) => ({ ...step, action: OPPOSITE[step.action] }));
  return { ...genuine({ ...options, challenge }), name: `wrong-direction-${options.identity.name}` };
}

/** One picture for the whole clip: frames are equal to the byte.
 * @example
 * await writeClip(still(IDENTITIES.ada)); */
export function still(identity: Identity): ClipScript {
  const frozen = genuine({ identity, challenge: [] }).sceneAt(0);
  return changed(neutralOnly(identity), `still-${identity.name}`, () => frozen);
}

/** An empty room.
 * @example
 * await writeClip(noFace(IDENTITIES.ada)); */
export function noFace(identity: Identity): ClipScript {
  return changed(neutralOnly(identity), 'no-face', (scene) => ({ ...scene, persons: [] }));
}

/** Two people side by side. Both do what is asked.
 * @example
 * await writeClip(twoFaces(asked, IDENTITIES.bao)); */
export function twoFaces(options: GenuineOptions, second: Identity): ClipScript {
  return changed(genuine(options), `two-faces-${options.identity.name}-${second.name}`, (scene) => ({
    ...scene,
    persons: scene.persons.flatMap((person) => [
      {
        ...person,
        distanceCm: person.distanceCm * 1.35,
        offsetPx: [person.offsetPx[0] - 140, person.offsetPx[1]],
      },
      {
        ...person,
        identity: second,
        distanceCm: person.distanceCm * 1.4,
        offsetPx: [person.offsetPx[0] + 140, person.offsetPx[1]],
      },
    ]),
  }));
}

/** Hardly any light: as a camera's film in Chromium it is black all over, and the widget says `camera.no_frames`, as of a covered lens.
 * @example
 * await writeClip(dark(asked)); */
export function dark(options: GenuineOptions): ClipScript {
  return changed(genuine(options), `dark-${options.identity.name}`, (scene) => ({
    ...scene,
    light: { ...DEFAULT_LIGHT, level: 0.09 },
  }));
}

/** Eyes less than 60 px apart.
 * @example
 * await writeClip(far(asked)); */
export function far(options: GenuineOptions): ClipScript {
  return changedPersons(genuine(options), `far-${options.identity.name}`, (person) => ({
    ...person,
    distanceCm: person.distanceCm * 2.1,
  }));
}

/** At the edge of the picture.
 * @example
 * await writeClip(offCentre(asked)); */
export function offCentre(options: GenuineOptions): ClipScript {
  return changedPersons(genuine(options), `off-centre-${options.identity.name}`, (person) => ({
    ...person,
    offsetPx: [person.offsetPx[0] - 190, person.offsetPx[1]],
  }));
}

/** A camera that delivers 4 pictures a second.
 * @example
 * await writeClip(slow(asked)); */
export function slow(options: GenuineOptions): ClipScript {
  return { ...genuine(options), name: `slow-${options.identity.name}`, container: 'y4m', framesPerSecond: 4 };
}

/** A camera that is torn off: the file ends in the middle of a frame.
 * @param unplugAtMs - clip time.
 * @example
 * await writeClip(unplugged(asked, 9_000)); */
export function unplugged(options: GenuineOptions, unplugAtMs: number): ClipScript {
  const framesPerSecond = 15;
  return {
    ...genuine(options),
    name: `unplugged-${options.identity.name}`,
    container: 'y4m',
    framesPerSecond,
    tornAfterFrames: Math.round((unplugAtMs * framesPerSecond) / 1000),
  };
}
