import { type ClipScript, changedPersons, developed, retimed } from '../../src/testing/clip/script.js';
import { type GenuineOptions, genuine } from '../../src/testing/clip/scripts.js';
import { RAMP_MS, REACTION_MS } from '../../src/testing/clip/timeline.js';
import type { Identity } from '../../src/testing/person/identity.js';
import { createRenderer, type Picture } from '../../src/testing/person/render.js';
import { mixed } from './effects.js';
import { once } from './once.js';

/** Clips whose pictures come at another time than they were taken: requirements §8, rows 10–13 and 23. */

const LOOP_MS = 1_500;

/** Pictures repeat to the byte only where their times are equal to the last bit. */
function exact(timeMs: number): number {
  return Math.round(timeMs * 1000) / 1000;
}

function startOf({ startAtMs = 6_000 }: GenuineOptions): number {
  return startAtMs;
}

/** Clip time of a step's cue; of the recording's start when nothing is asked. */
function cueOf(options: GenuineOptions, index: number): number {
  const step = options.challenge.at(index);
  return startOf(options) + (step?.cueAtMs ?? 0);
}

/** 1.5 s, which hold the answer to the first cue, over and over. */
export function loop(options: GenuineOptions): ClipScript {
  const from = cueOf(options, 0);
  return retimed(genuine(options), `loop-${options.identity.name}`, (timeMs) => {
    const since = exact(timeMs - from);
    return exact(from + (((since % LOOP_MS) + LOOP_MS) % LOOP_MS));
  });
}

/** The same 1.5 s forwards and backwards, over and over. */
export function boomerang(options: GenuineOptions): ClipScript {
  const from = cueOf(options, 0);
  return retimed(genuine(options), `boomerang-${options.identity.name}`, (timeMs) => {
    const since = exact(timeMs - from);
    const phase = ((since % (2 * LOOP_MS)) + 2 * LOOP_MS) % (2 * LOOP_MS);
    return exact(from + Math.min(phase, 2 * LOOP_MS - phase));
  });
}

/** Stands still from the last cue on. */
export function freezeMidway(options: GenuineOptions): ClipScript {
  const frozenMs = cueOf(options, -1);
  return retimed(genuine(options), `freeze-midway-${options.identity.name}`, (timeMs) =>
    Math.min(timeMs, frozenMs),
  );
}

/** Stands still from the recording's start until the answer to the first cue begins. */
export function freezeBeforeTurn(options: GenuineOptions): ClipScript {
  const frozenMs = startOf(options);
  const untilMs = cueOf(options, 0) + (options.reactionMs ?? REACTION_MS);
  return retimed(genuine(options), `freeze-before-turn-${options.identity.name}`, (timeMs) =>
    timeMs > frozenMs && timeMs < untilMs ? frozenMs : timeMs,
  );
}

/** Answers begin before their cues.
 * @param leadMs - how long before. */
export function early(options: GenuineOptions, leadMs = 400): ClipScript {
  return { ...genuine({ ...options, reactionMs: -leadMs }), name: `early-${options.identity.name}` };
}

/** Answers come when the time for them is over.
 * @param reactionMs - from cue to movement; cues are at most 2.3 s apart and 2.1 s before the end. */
export function late(options: GenuineOptions, reactionMs = 2_300): ClipScript {
  return { ...genuine({ ...options, reactionMs }), name: `late-${options.identity.name}` };
}

/** Another person sits there from one frame to the next, both doing what is asked.
 * @param afterMs - since the recording's start. */
export function swap(options: GenuineOptions, second: Identity, afterMs = 2_500): ClipScript {
  return spliced(options, second, 'swap', startOf(options) + afterMs, 0);
}

/** Another person fades in while the head is turned furthest, where faces are hardest to compare. */
export function swapDuringTurn(options: GenuineOptions, second: Identity): ClipScript {
  const turnedMs = cueOf(options, 0) + (options.reactionMs ?? REACTION_MS) + RAMP_MS / (options.pace ?? 1);
  return spliced(options, second, 'swap-during-turn', turnedMs, 300);
}

/** Rendered. Beyond it no frame is embedded: the gate is 15° as reported, which is less (docs/liveness.md). */
const UNSEEN_DEG = 22;

/** Another person sits there whenever the head is turned or tipped too far for its face to be compared, and the first one
 * again before it is back: the cuts are exact, as only an edited film's are. */
export function swapWhileTurned(options: GenuineOptions, second: Identity): ClipScript {
  return changedPersons(
    genuine(options),
    `swap-while-turned-${options.identity.name}-${second.name}`,
    (person) =>
      Math.max(Math.abs(person.yawDeg), Math.abs(person.pitchDeg)) > UNSEEN_DEG
        ? { ...person, identity: second }
        : person,
  );
}

/** One person, then another in the same room and with the same movements.
 * @param fadeMs - for how long both are seen, from `fromMs` on. */
function spliced(
  options: GenuineOptions,
  identity: Identity,
  name: string,
  fromMs: number,
  fadeMs: number,
): ClipScript {
  const fullName = `${name}-${options.identity.name}-${identity.name}`;
  const first = genuine(options);
  const second: ClipScript = {
    ...first,
    sceneAt(timeMs) {
      const scene = first.sceneAt(timeMs);
      return { ...scene, persons: scene.persons.map((person) => ({ ...person, identity })) };
    },
  };
  const joined: ClipScript = {
    ...first,
    name: fullName,
    sceneAt: (timeMs) => (timeMs < fromMs + fadeMs ? first : second).sceneAt(timeMs),
  };
  if (fadeMs === 0) return joined;
  const renderer = once(() => createRenderer(first.widthPx, first.heightPx));
  const develop = (picture: Picture, timeMs: number): Picture => {
    const share = (timeMs - fromMs) / fadeMs;
    if (share <= 0 || share >= 1) return picture;
    return mixed(picture, renderer().render(second.sceneAt(timeMs)), share);
  };
  return developed(joined, fullName, develop, { options, identity, fromMs, fadeMs });
}
