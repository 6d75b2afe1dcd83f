import type { FrameObservation } from '../core/observation.js';
import type { Action, Challenge, ChallengeStep } from '../core/types.js';
import type { CheckResult, ReasonCode } from '../core/verdict.js';
import { stepEndMs } from './challenge.js';
import { absent, type FaceFrame, fail, hasFace, isSound, pass } from './check.js';
import { type Excursion, excursions, type Levels } from './excursion.js';
import { frontalIedPx } from './ofiq.js';
import { type Baseline, baselineAtCue, baselineOf } from './pose.js';

/** A response that begins sooner after its cue than a person can see and move is a replay (requirement C-03). */
const MIN_REACTION_MS = 200;
/** Being back may overlap the next cue by as long as it takes to see it and go. */
const RETURN_GRACE_MS = 500;

interface Gesture {
  readonly levels: Levels;
  /** How far the person has gone towards the action, in the unit of the levels. */
  readonly progress: (frame: FaceFrame, baseline: Baseline) => number;
}

/** Degrees, as the landmarker reports them: it under-reads, so a reported 20° is a true turn of some 25°. */
const TURN: Levels = { onset: 5, returned: 10, reached: 20, minLastsMs: 0 };

/** What an open mouth adds to the reported pitch, degrees per lip gap: real people who open theirs by about 0.2 read as up to
 * 11° up. Most of it is taken away, asked or not, so that opening the mouth is no looking up. */
const PITCH_PER_LIP_GAP = 40;

/** A head that turns reads as up to 16° further up: up counts only while it looks ahead. */
function upDeg({ face }: FaceFrame, base: Baseline): number {
  if (Math.abs(face.yawDeg - base.yawDeg) > TURN.returned) return 0;
  const openedBy = Math.max(0, face.lipGapRatio - base.lipGapRatio);
  return face.pitchDeg - base.pitchDeg - PITCH_PER_LIP_GAP * openedBy;
}

/** The turns' levels are those of liveness.md, move-closer's is requirement C-04. The others are set on rendered persons and
 * on what was seen of 16 real people who were asked for nothing, or to open their mouths (docs/liveness.md).
 * - look-up: 24° rendered read as 11–30° (n = 27, less what the mouth adds); turns of 38° as at most 5° up. Real people who
 *   talk read as 9° up and more in 6 of 30 stretches.
 * - open-mouth: an open mouth reads as 0.07–0.23 rendered. Syllables reach 0.15 but last 170 ms at 4 a second, so that an
 *   opening must last longer. */
const GESTURES: Readonly<Record<Action, Gesture>> = {
  'turn-left': { levels: TURN, progress: ({ face }, base) => face.yawDeg - base.yawDeg },
  'turn-right': { levels: TURN, progress: ({ face }, base) => base.yawDeg - face.yawDeg },
  'look-up': {
    levels: { onset: 3.5, returned: 5.5, reached: 10.5, minLastsMs: 0 },
    progress: upDeg,
  },
  'move-closer': {
    levels: { onset: 0.06, returned: 0.12, reached: 0.25, minLastsMs: 0 },
    progress: ({ face }, base) => frontalIedPx(face.iedPx, face.yawDeg) / base.iedPx - 1,
  },
  'open-mouth': {
    levels: { onset: 0.04, returned: 0.06, reached: 0.1, minLastsMs: 250 },
    progress: ({ face }, base) => face.lipGapRatio - base.lipGapRatio,
  },
};

/** What people also do by themselves: who did it before the cue and is done with it has not answered yet. */
const BY_THEMSELVES: readonly Action[] = ['look-up', 'open-mouth'];

type Responses = ReadonlyMap<Action, readonly Excursion[]>;

function responseOf(action: Action, frames: readonly FaceFrame[], baseline: Baseline): readonly Excursion[] {
  const { levels, progress } = GESTURES[action];
  const series = frames.map((frame) => ({ atMs: frame.mediaTimeMs, value: progress(frame, baseline) }));
  return excursions(series, levels);
}

function responsesOf(frames: readonly FaceFrame[], baseline: Baseline): Responses {
  const actions = Object.keys(GESTURES) as Action[]; // the record's type names every action
  return new Map(actions.map((action) => [action, responseOf(action, frames, baseline)]));
}

/** What may be held against a person who was not asked for it. Not an open mouth: people talk, and a head that looks up
 * reads as one (up to 0.22 rendered). Nor a nod before the first cue. Nor that a head comes closer while it is turned far: the cosine that puts the
 * eyes' distance right is too large there, and the turn counts by itself. Rendered persons who are asked for
 * something else come to 5° up and, ahead, 0.18 closer. */
function unaskedOf(frames: readonly FaceFrame[], baseline: Baseline): Responses {
  const facing = frames.filter(({ face }) => Math.abs(face.yawDeg - baseline.yawDeg) < TURN.reached);
  return new Map([
    ['turn-left', responseOf('turn-left', frames, baseline)],
    ['turn-right', responseOf('turn-right', frames, baseline)],
    ['look-up', responseOf('look-up', frames, baseline)],
    ['move-closer', responseOf('move-closer', facing, baseline)],
  ]);
}

/** An action that nobody asked for in this step: a recording that does several at once would answer as many challenges.
 * One that follows the answer and is the next step's own is left to it: there it counts as early. */
function isAstray(
  challenge: Challenge,
  index: number,
  unasked: Responses,
  hit: Excursion | undefined,
): boolean {
  const cueAtMs = challenge.steps[index]?.cueAtMs ?? 0;
  const untilMs = stepEndMs(challenge, index);
  const asked = challenge.steps[index]?.action;
  const next = challenge.steps[index + 1]?.action;
  return [...unasked].some(([action, found]) => {
    if (action === asked) return false;
    const fromMs = index === 0 && !BY_THEMSELVES.includes(action) ? Number.NEGATIVE_INFINITY : cueAtMs;
    return found.some(({ onsetMs }) => {
      const answersNext = action === next && hit !== undefined && onsetMs > hit.reachedMs;
      return onsetMs >= fromMs && onsetMs < untilMs && !answersNext;
    });
  });
}

/** The movement that counts as the answer to a step. */
function answerTo(
  { action, cueAtMs }: ChallengeStep,
  made: readonly Excursion[],
  previousCueMs: number,
): Excursion | undefined {
  const inTime = made.filter(({ reachedMs }) => reachedMs > previousCueMs);
  const isOver = ({ returnedMs }: Excursion): boolean => returnedMs !== null && returnedMs < cueAtMs;
  const still = BY_THEMSELVES.includes(action) ? inTime.filter((excursion) => !isOver(excursion)) : inTime;
  return still[0] ?? inTime[0];
}

/** What is wrong with the answer to one step, or null. */
function stepDefect(
  challenge: Challenge,
  index: number,
  responses: Responses,
  unasked: Responses,
): ReasonCode | null {
  const step = challenge.steps[index];
  if (step === undefined) return null;
  const previousCueMs = challenge.steps[index - 1]?.cueAtMs ?? Number.NEGATIVE_INFINITY;
  const untilMs = stepEndMs(challenge, index);
  const hit = answerTo(step, responses.get(step.action) ?? [], previousCueMs);
  if (isAstray(challenge, index, unasked, hit)) return 'challenge.wrong';
  if (hit === undefined) return 'challenge.missing';
  if (hit.onsetMs < step.cueAtMs + MIN_REACTION_MS) return 'challenge.early';
  if (hit.reachedMs >= untilMs) return 'challenge.late';
  const isBack = hit.returnedMs !== null && hit.returnedMs <= untilMs + RETURN_GRACE_MS;
  return isBack ? null : 'challenge.no_return';
}

/** Whether each cue was followed by its action and the way back, in its window, on the person's own side (requirement
 * C-04). The first step that was not gives the reason.
 * @param observations - of one clip, in order, media time from its start, unmirrored. */
export function judgeChallenge(observations: readonly FrameObservation[], challenge: Challenge): CheckResult {
  if (challenge.steps.length === 0) return absent('challenge', 'challenge.not_asked');
  if (!observations.every(isSound)) return absent('challenge', 'model.failed');
  const baseline = baselineOf(observations);
  if (baseline === null) return absent('challenge', 'frames.too_few');
  const frames = observations.filter(hasFace);
  const defects = challenge.steps.map(({ cueAtMs }, index) => {
    const atCue = baselineAtCue(frames, cueAtMs, baseline);
    return stepDefect(challenge, index, responsesOf(frames, atCue), unaskedOf(frames, atCue));
  });
  const first = defects.find((defect) => defect !== null);
  return first === undefined ? pass('challenge') : fail('challenge', first);
}
