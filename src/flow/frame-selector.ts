import { FACES_KEPT, type FaceView, type FrameObservation } from '../core/observation.js';
import type { Profile } from '../core/types.js';
import type { ReasonCode } from '../core/verdict.js';
import type { LivenessPort } from './liveness-port.js';

/** One embedding from the front and one of a turned face per window at most, so that both span the clip. */
const WINDOW_MS = 400;
/** How many good frames of a window are compared. */
const CANDIDATES = 3;

type FrameGate = Pick<LivenessPort, 'faceView' | 'frameScore'>;

export interface ChosenFrame {
  readonly frameId: number;
  readonly view: FaceView;
}

/** Chooses which frames are embedded: of each window, the best of the first few good ones from the front, and the first good
 * one of a turned face. Where there are so few frames that a window holds no more than a choice, as from a machine or a camera
 * that is slow, it gives the best that it has. */
export class FrameSelector {
  readonly #gate: FrameGate;
  readonly #profile: Profile;
  readonly #accepted: ReasonCode | null;
  #earlier: readonly FrameObservation[] = [];
  #window = -1;
  #analysed = 0;
  #candidates: readonly FrameObservation[] = [];
  #isClosed = false;
  #hasTurned = false;
  #keptIds: readonly number[] = [];

  /** @param accepted - a defect that does not keep a frame from being chosen. */
  constructor(gate: FrameGate, profile: Profile, accepted: ReasonCode | null = null) {
    this.#gate = gate;
    this.#profile = profile;
    this.#accepted = accepted;
  }

  /** @returns what to embed now. */
  next(observation: FrameObservation): readonly ChosenFrame[] {
    this.#keep(observation);
    const window = Math.floor(observation.mediaTimeMs / WINDOW_MS);
    const leftOver = window === this.#window ? [] : this.#open(window);
    this.#analysed += 1;
    const view = this.#viewOf(observation);
    if (view === null) return leftOver;
    return view === 'front'
      ? [...leftOver, ...this.#front(observation)]
      : [...leftOver, ...this.#turned(observation)];
  }

  #viewOf(observation: FrameObservation): FaceView | null {
    const view = this.#gate.faceView(observation, this.#profile, this.#earlier, this.#accepted);
    this.#earlier = [...this.#earlier, observation];
    return view;
  }

  #front(observation: FrameObservation): readonly ChosenFrame[] {
    if (this.#isClosed) return [];
    this.#candidates = [...this.#candidates, observation];
    if (this.#candidates.length < CANDIDATES) return [];
    this.#isClosed = true;
    return this.#best();
  }

  #turned({ frameId }: FrameObservation): readonly ChosenFrame[] {
    if (this.#hasTurned) return [];
    this.#hasTurned = true;
    return [{ frameId, view: 'turned' }];
  }

  #keep({ face, frameId }: FrameObservation): void {
    if (face === null) return;
    this.#keptIds = [...this.#keptIds, frameId].slice(-FACES_KEPT);
    this.#candidates = this.#candidates.filter((candidate) => this.#keptIds.includes(candidate.frameId));
  }

  /** @returns what a window that was too short for a choice leaves to embed. */
  #open(window: number): readonly ChosenFrame[] {
    const leftOver = this.#isClosed || this.#analysed > CANDIDATES ? [] : this.#best();
    this.#window = window;
    this.#analysed = 0;
    this.#candidates = [];
    this.#isClosed = false;
    this.#hasTurned = false;
    return leftOver;
  }

  #best(): readonly ChosenFrame[] {
    const ranked = this.#candidates.map((candidate) => ({
      frameId: candidate.frameId,
      score: this.#gate.frameScore(candidate),
    }));
    ranked.sort((a, b) => b.score - a.score);
    return ranked.slice(0, 1).map(({ frameId }) => ({ frameId, view: 'front' }));
  }
}
