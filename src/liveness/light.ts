import type { FrameObservation, LinearRgb } from '../core/observation.js';
import { linearRgb } from '../core/srgb.js';
import type { Challenge, LightStep } from '../core/types.js';
import type { CheckResult } from '../core/verdict.js';
import { absent, type FaceFrame, fail, hasFace, isSound, pass } from './check.js';
import { safeColours } from './light-schedule.js';
import { frontalIedPx } from './ofiq.js';
import { cosine, norm, orthonormal, type Series, without } from './regression.js';

/** The optional check by coloured light (requirements C-09, C-10): does the face take on the colours of the screen, more
 * than what is behind it does? */

/** From the schedule to the picture, through the display and the camera, ms. */
const LAGS_MS = [0, 50, 100, 150, 200, 250, 300] as const;
const MIN_FRAMES = 25;
/** Correlation with the schedule at and above which the face answers. Measured on 20 rendered persons who do what is asked,
 * each in 40 schedules at lags of 50–250 ms, with sensor noise and a white balance that wanders (n = 800 a row); the screen
 * adds so much of the room's light to the face, and an eighth of that to the room:
 *
 * | added | correlation, 1 % / 50 % | change, 50 % / most | pass | fail |
 * |---|---|---|---|---|
 * | 3 % | 0.40 / 0.85 | 0.018 / 0.032 | 61 % | 0 |
 * | 6 % | 0.64 / 0.92 | 0.029 / 0.050 | 89 % | 0 |
 * | 10 % | 0.78 / 0.94 | 0.046 / 0.074 | 98 % | 0 |
 * | 20 % | 0.87 / 0.96 | 0.081 / 0.147 | 100 % | 0 |
 * | nothing (n = 2000) | −0.24 / 0.07, most 0.54 | 0.008 / 0.021 | 0 | 0 |
 * | 10 %, colours of another session (n = 2000) | −0.43 / 0.08, 99 %: 0.80 | 0.046 / 0.080 | 0.9 % | 67 % |
 * | 30 %, colours of another session (n = 2000) | −0.44 / 0.08, 99 %: 0.79 | 0.110 / 0.185 | 0.8 % | 87 % |
 *
 * Nobody has sat before a real screen for this: skin that shines, a display that dims and a camera that adapts in jumps are
 * not in these numbers. */
const ANSWERED = 0.8;
/** Correlation below which the face answers something else, if it {@link STRONG_CHANGE changes} at all. */
const UNANSWERED = 0.5;
/** RMS of the log ratios over the clip from which on the face changes for a reason: twice the most that movement, noise and
 * white balance did to rendered persons without a screen (0.021). */
const STRONG_CHANGE = 0.04;
const BLACK: LightStep['rgb'] = [0, 0, 0];
/** Keeps the logarithm finite where a channel is black: a third of the smallest step of an 8-bit picture. */
const DARKEST = 1e-4;

/** Log ratios of red and of blue to green. The common brightness cancels out: exposure, and the shading of a head that
 * turns. */
type Hue = readonly [redness: number, blueness: number];

function logHue([red, green, blue]: LinearRgb): Hue {
  const base = Math.log(green + DARKEST);
  return [Math.log(red + DARKEST) - base, Math.log(blue + DARKEST) - base];
}

/** The face's hue over the room's: white balance changes both alike, the screen is near enough only to the face. */
function seenHue({ face, backgroundRgb }: FaceFrame): Hue {
  const [own, room] = [logHue(face.meanRgb), logHue(backgroundRgb)];
  return [own[0] - room[0], own[1] - room[1]];
}

/** What a little light of the colour adds to the hue in a neutral room, in arbitrary units. */
function shownHue(colours: readonly LightStep[], atMs: number): Hue {
  const [red, green, blue] = linearRgb(colours.findLast((step) => step.atMs <= atMs)?.rgb ?? BLACK);
  return [red - green, blue - green];
}

/** What changes the hue without the screen: time (clouds, white balance) and the movements that the challenge asks for,
 * which bring hair, neck and room into the face's bounds. */
function movements(frames: readonly FaceFrame[]): readonly Series[] {
  const of = (measure: (frame: FaceFrame) => number): Series => frames.map(measure);
  return orthonormal([
    of(() => 1),
    of(({ mediaTimeMs }) => mediaTimeMs / 1_000),
    of(({ mediaTimeMs }) => (mediaTimeMs / 1_000) ** 2),
    of(({ face }) => face.yawDeg),
    of(({ face }) => face.yawDeg ** 2),
    of(({ face }) => face.pitchDeg),
    of(({ face }) => Math.log(frontalIedPx(face.iedPx, face.yawDeg))),
    of(({ face }) => face.lipGapRatio),
  ]);
}

/** Both hues as series, less what the movements explain. */
function unexplained(hues: readonly Hue[], basis: readonly Series[]): readonly [Series, Series] {
  const of = (index: 0 | 1): Series =>
    without(
      hues.map((hue) => hue[index]),
      basis,
    );
  return [of(0), of(1)];
}

export interface LightAnswer {
  /** Mean over both hues of the correlation of what was seen with what was shown, at the best lag, −1…1. */
  readonly correlation: number;
  /** RMS of the log ratios over time, whatever changed them. */
  readonly change: number;
}

/** Measures, without judging, how the face answered.
 * @returns null when the schedule shows nothing that could be answered. */
function measureLight(frames: readonly FaceFrame[], challenge: Challenge): LightAnswer | null {
  const colours = safeColours(challenge);
  const basis = movements(frames);
  const seen = unexplained(frames.map(seenHue), basis);
  const correlations = LAGS_MS.flatMap((lagMs) => {
    const times = frames.map(({ mediaTimeMs }) => mediaTimeMs - lagMs);
    const shown = unexplained(
      times.map((atMs) => shownHue(colours, atMs)),
      basis,
    );
    const isPlain = norm(shown[0]) === 0 || norm(shown[1]) === 0;
    return isPlain ? [] : [(cosine(shown[0], seen[0]) + cosine(shown[1], seen[1])) / 2];
  });
  if (correlations.length === 0) return null;
  const change = Math.hypot(norm(seen[0]), norm(seen[1])) / Math.sqrt(2 * frames.length);
  return { correlation: Math.max(...correlations), change };
}

/** Whether the face answered the colours. A strong answer to something else is a suspicion: the clip of another session,
 * a picture that another screen lights. No visible answer is none, whoever sits there: by day a screen adds too little
 * to be seen, so the check is absent then, and the verdict does without it (requirement C-09: the seller's choice).
 * @param observations - of one clip, in order, media time from its start. */
export function checkLight(observations: readonly FrameObservation[], challenge: Challenge): CheckResult {
  if (challenge.colours === undefined) return absent('light', 'not_run');
  if (!observations.every(isSound)) return absent('light', 'model.failed');
  const frames = observations.filter(hasFace);
  if (frames.length < MIN_FRAMES) return absent('light', 'frames.too_few');
  const answer = measureLight(frames, challenge);
  if (answer === null) return absent('light', 'not_run');
  if (answer.correlation >= ANSWERED) return pass('light');
  const isWrong = answer.correlation < UNANSWERED && answer.change >= STRONG_CHANGE;
  return isWrong ? fail('light', 'light.no_response') : absent('light', 'light.too_bright');
}
