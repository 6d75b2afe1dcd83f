import { FACES_KEPT, type FrameObservation } from '../core/observation.js';
import type { Profile } from '../core/types.js';
import type { ReasonCode } from '../core/verdict.js';
import type { LivenessPort } from './ports.js';

/** One embedding per window at most, so that the mean spans the clip. */
const WINDOW_MS = 400;
/** How many good frames of a window are compared. */
const CANDIDATES = 3;

type FrameGate = Pick<LivenessPort, 'frameDefects' | 'frameScore'>;

/** Chooses which frames are embedded: of each window, the best of the first few good ones. Where there are so few frames that
 * a window holds no more than a choice, as from a machine or a camera that is slow, it gives the best that it has. */
export class FrameSelector {
  readonly #gate: FrameGate;
  readonly #profile: Profile;
  readonly #accepted: ReasonCode | null;
  #earlier: readonly FrameObservation[] = [];
  #window = -1;
  #analysed = 0;
  #candidates: readonly FrameObservation[] = [];
  #isClosed = false;
  #keptIds: readonly number[] = [];

  /** @param accepted - a defect that does not keep a frame from being chosen. */
  constructor(gate: FrameGate, profile: Profile, accepted: ReasonCode | null = null) {
    this.#gate = gate;
    this.#profile = profile;
    this.#accepted = accepted;
  }

  /** @returns the id of the frame to embed now, or null. */
  next(observation: FrameObservation): number | null {
    this.#keep(observation);
    const window = Math.floor(observation.mediaTimeMs / WINDOW_MS);
    const leftOver = window === this.#window ? null : this.#open(window);
    this.#analysed += 1;
    const isGood = this.#isGood(observation);
    if (this.#isClosed || !isGood) return leftOver;
    this.#candidates = [...this.#candidates, observation];
    if (this.#candidates.length < CANDIDATES) return leftOver;
    this.#isClosed = true;
    return this.#best();
  }

  #isGood(observation: FrameObservation): boolean {
    const defects = this.#gate.frameDefects(observation, this.#profile, this.#earlier);
    this.#earlier = [...this.#earlier, observation];
    return defects.every((defect) => defect === this.#accepted);
  }

  #keep({ face, frameId }: FrameObservation): void {
    if (face === null) return;
    this.#keptIds = [...this.#keptIds, frameId].slice(-FACES_KEPT);
    this.#candidates = this.#candidates.filter((candidate) => this.#keptIds.includes(candidate.frameId));
  }

  /** @returns what a window that was too short for a choice leaves to embed. */
  #open(window: number): number | null {
    const leftOver = this.#isClosed || this.#analysed > CANDIDATES ? null : this.#best();
    this.#window = window;
    this.#analysed = 0;
    this.#candidates = [];
    this.#isClosed = false;
    return leftOver;
  }

  #best(): number | null {
    const ranked = this.#candidates.map((candidate) => ({
      frameId: candidate.frameId,
      score: this.#gate.frameScore(candidate),
    }));
    ranked.sort((a, b) => b.score - a.score);
    return ranked[0]?.frameId ?? null;
  }
}
