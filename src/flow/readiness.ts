import { distance } from '../core/geometry.js';
import type { FrameObservation } from '../core/observation.js';
import type { Profile } from '../core/types.js';
import type { PositionHint, ReasonCode } from '../core/verdict.js';
import type { Hint } from './state.js';

/** Decides, in this one place, what is said while the seller finds the place and whether the recording may start: the hint
 * and the button change together, and not for a single frame. Times are media time. */

/** How long the face must be good and still before the recording may start, ms. Without movements there is nothing but
 * the picture to judge by, so that it must be a calmer one; closed eyes are no reason to wait (requirement A-10). */
export const STEADY_MS: Readonly<Record<Profile, number>> = { standard: 1_000, 'no-gestures': 2_000 };
/** Share of bad frames within that time up to which the recording may start (a dropped landmark, a blink), … */
const MAX_BAD_TO_GAIN = 0.2;
/** … and within the last {@link LOSE_MS} up to which it still may: what was good does not stop being so for a moment. */
const MAX_BAD_TO_KEEP = 0.6;
const LOSE_MS = 1_000;
/** Share of the frames of {@link LOSE_MS} in which there must be a face where the seller may record all the same. */
const MIN_FACED = 0.5;
/** Share of frames with a second face up to which it is none. */
const MAX_CROWDED = 0.5;
/** Drift of the eyes' midpoint within the steady time, in inter-eye distances. */
const MAX_DRIFT_IED = 0.35;
/** Over how long the most frequent defect is what is said, ms. */
const SAY_MS = 400;
/** Shortest time for which something is shown, ms: what changes sooner cannot be read. That the recording may start is
 * shown at once. */
export const SHOWN_MS = 1_200;
/** How long one thing must have stood in the way before it is said what else to try, ms. */
export const STUCK_MS = 8_000;

/** What is said of the camera's picture; `ready` exactly when the hint is. */
export interface Readiness {
  readonly hint: Hint;
  /** The recording may start. */
  readonly ready: boolean;
  /** What has stood in the way for a long while: then it is said what else to try. */
  readonly stuckFor: PositionHint | null;
  /** With what the seller may record all the same; null = not yet, not with that, or there is no face. */
  readonly acceptable: ReasonCode | null;
}

export const NOT_READY: Readiness = { hint: 'preparing', ready: false, stuckFor: null, acceptable: null };

/** With what a seller may record all the same: there is a face, and the check says what was against its picture. */
const ACCEPTABLE: Readonly<Partial<Record<PositionHint, ReasonCode>>> = {
  'face.multiple': 'face.multiple',
  'face.too_far': 'face.too_far',
  picture_too_small: 'face.too_far',
  'face.too_close': 'face.too_close',
  'face.off_center': 'face.off_center',
  place_left: 'face.off_center',
  place_right: 'face.off_center',
  place_up: 'face.off_center',
  place_down: 'face.off_center',
  'face.not_frontal': 'face.not_frontal',
  'face.eyes_covered': 'face.eyes_covered',
  'face.mouth_covered': 'face.mouth_covered',
  'light.too_dark': 'light.too_dark',
  'light.too_bright': 'light.too_bright',
  'light.uneven': 'light.uneven',
  'image.blurry': 'image.blurry',
};

interface Seen {
  readonly atMs: number;
  readonly defect: PositionHint | null;
  readonly eyesPx: readonly [x: number, y: number] | null;
  readonly iedPx: number;
  readonly pixelHash: number;
}

function seenOf({ mediaTimeMs, face, pixelHash }: FrameObservation, defect: PositionHint | null): Seen {
  const [eyesPx, iedPx] = [face?.eyeMidpointPx ?? null, face?.iedPx ?? 0];
  return { atMs: mediaTimeMs, defect, eyesPx, iedPx, pixelHash };
}

function share(frames: readonly Seen[], isMeant: (defect: PositionHint | null) => boolean): number {
  return frames.filter(({ defect }) => isMeant(defect)).length / Math.max(1, frames.length);
}

/** A second face that comes and goes is a pattern behind the person, as for the check (liveness/one-face.ts). */
function badShare(frames: readonly Seen[]): number {
  const crowded = share(frames, (defect) => defect === 'face.multiple');
  const bad = share(frames, (defect) => defect !== null);
  return crowded > MAX_CROWDED ? bad : bad - crowded;
}

function isFine(frame: Seen | undefined): boolean {
  return frame !== undefined && (frame.defect === null || frame.defect === 'face.multiple');
}

/** Whether the face is where it was when the time began. */
function isStill(frames: readonly Seen[]): boolean {
  const placed = frames.filter(({ eyesPx }) => eyesPx !== null);
  const [first, last] = [placed[0], placed.at(-1)];
  if (first?.eyesPx == null || last?.eyesPx == null) return false;
  return distance(first.eyesPx, last.eyesPx) <= MAX_DRIFT_IED * first.iedPx;
}

/** Whether the camera shows more than one picture: a frozen one's face is good and still for ever. */
function isMoving(frames: readonly Seen[]): boolean {
  return frames.some(({ pixelHash }) => pixelHash !== frames[0]?.pixelHash);
}

function mostFrequent(frames: readonly Seen[]): PositionHint | null {
  const counts = new Map<PositionHint, number>();
  for (const { defect } of frames) if (defect !== null) counts.set(defect, (counts.get(defect) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

interface Said {
  readonly hint: Hint;
  readonly sinceMs: number;
}

/** Pure but for its own memory. */
export class Watchfulness {
  readonly #steadyMs: number;
  #beganAtMs: number | null = null;
  #seen: readonly Seen[] = [];
  #isReady = false;
  #said: Said | null = null;
  #trouble: { readonly hint: PositionHint; readonly sinceMs: number } | null = null;

  constructor(profile: Profile) {
    this.#steadyMs = STEADY_MS[profile];
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** @param defect - what is wrong with this frame; null = nothing.
   * @param canEmbed - whether all models are there. */
  next(observation: FrameObservation, defect: PositionHint | null, canEmbed: boolean): Readiness {
    const atMs = observation.mediaTimeMs;
    this.#beganAtMs ??= atMs;
    const sinceMs = atMs - Math.max(this.#steadyMs, LOSE_MS);
    this.#seen = [...this.#seen, seenOf(observation, defect)].filter((frame) => frame.atMs >= sinceMs);
    this.#isReady = canEmbed && this.#mayStart(atMs);
    this.#say(this.#hint(atMs, canEmbed), atMs);
    const stuckFor = this.#stuckFor(atMs);
    // Before the models have arrived no frame could be embedded.
    const acceptable = canEmbed ? this.#acceptable(stuckFor, atMs) : null;
    return { hint: this.#said?.hint ?? 'preparing', ready: this.#isReady, stuckFor, acceptable };
  }

  #last(durationMs: number, atMs: number): readonly Seen[] {
    return this.#seen.filter((frame) => frame.atMs >= atMs - durationMs);
  }

  #mayStart(atMs: number): boolean {
    if (this.#isReady) return badShare(this.#last(LOSE_MS, atMs)) <= MAX_BAD_TO_KEEP;
    return this.#isSteady(atMs);
  }

  #isSteady(atMs: number): boolean {
    const frames = this.#last(this.#steadyMs, atMs);
    const isLongEnough = atMs - (this.#beganAtMs ?? atMs) >= this.#steadyMs;
    if (!isLongEnough || !isFine(frames.at(-1)) || badShare(frames) > MAX_BAD_TO_GAIN) return false;
    return isStill(frames) && isMoving(frames);
  }

  #hint(atMs: number, canEmbed: boolean): Hint {
    if (this.#isReady) return 'ready';
    const newest = this.#last(SAY_MS, atMs);
    const defect = badShare(newest) > 0.5 ? mostFrequent(newest) : null;
    if (defect !== null) return defect;
    return !canEmbed && this.#isSteady(atMs) ? 'preparing' : 'hold_still';
  }

  #say(hint: Hint, atMs: number): void {
    const before = this.#said;
    if (hint === before?.hint) return;
    const isSudden = hint === 'ready' || before === null || before.hint === 'ready';
    if (!isSudden && atMs - before.sinceMs < SHOWN_MS) return;
    this.#said = { hint, sinceMs: atMs };
    this.#follow(hint, atMs);
  }

  /** Holding still for a moment, or waiting, does not make an end of what stands in the way. */
  #follow(hint: Hint, atMs: number): void {
    if (hint === 'ready') this.#trouble = null;
    else if (hint !== 'hold_still' && hint !== 'preparing' && hint !== this.#trouble?.hint)
      this.#trouble = { hint, sinceMs: atMs };
  }

  /** The reason that the check will give. Darkness and a picture that is too small are also said of one without a face. */
  #acceptable(stuckFor: PositionHint | null, atMs: number): ReasonCode | null {
    if (stuckFor === null) return null;
    const newest = this.#last(LOSE_MS, atMs);
    const faced = newest.filter(({ eyesPx }) => eyesPx !== null).length;
    return faced > MIN_FACED * newest.length ? (ACCEPTABLE[stuckFor] ?? null) : null;
  }

  #stuckFor(atMs: number): PositionHint | null {
    if (this.#trouble === null || atMs - this.#trouble.sinceMs < STUCK_MS) return null;
    return this.#trouble.hint;
  }
}
