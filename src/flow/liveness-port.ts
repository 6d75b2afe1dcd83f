import type { CaptureEvidence, FaceView, FrameObservation } from '../core/observation.js';
import type { Action, Challenge, LightStep, Profile } from '../core/types.js';
import type { PositionHint, ReasonCode, Verdict } from '../core/verdict.js';
import type { AfterVerdict } from '../liveness/after-verdict.js';

/** What the flow asks of the liveness checks. */
export interface LivenessPort {
  /** The one thing to say while positioning; null = the frame is good.
   * @param isPlaced - the person has found the place, and may sway a little. */
  positioningHint(observation: FrameObservation, isPlaced: boolean, profile: Profile): PositionHint | null;
  /** Whether the camera delivers too few pictures to judge by. */
  isCameraTooSlow(observations: readonly FrameObservation[]): boolean;
  /** From where a frame that may be embedded shows the face; null = it may not.
   * @param earlier - frames of the same clip, from which it is known how this person's open eyes look.
   * @param accepted - a defect that does not keep a frame from being embedded. */
  faceView(
    observation: FrameObservation,
    profile: Profile,
    earlier: readonly FrameObservation[],
    accepted: ReasonCode | null,
  ): FaceView | null;
  /** Ranks frames for embedding; higher is better. */
  frameScore(observation: FrameObservation): number;
  /** Which action is asked at this moment of the clip. */
  cueAt(challenge: Challenge, elapsedMs: number): Action | null;
  /** Which colour the screen shows at this moment of the clip; null where the challenge has none. */
  colourAt(challenge: Challenge, elapsedMs: number): LightStep['rgb'] | null;
  /** @param accepted - what the picture had against it when the seller recorded all the same; null = nothing. */
  decide(
    evidence: CaptureEvidence,
    challenge: Challenge,
    profile: Profile,
    accepted: ReasonCode | null,
  ): Verdict;
  afterVerdict(verdict: Verdict, accepted: ReasonCode | null): AfterVerdict;
}
