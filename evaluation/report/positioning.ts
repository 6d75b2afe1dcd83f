import { inWords } from '../../src/calibration/rates.js';
import { markdownTable } from './markdown-table.js';

/** The report's part about the time before the recording. */

/** What the widget would have said of one video, had the person in it wanted to start. Times from its start. */
export interface Positioning {
  readonly video: string;
  readonly lengthMs: number;
  /** When the start button first worked; null = never. */
  readonly readyAfterMs: number | null;
  /** At how many of the analysed frames it worked. */
  readonly readyFrames: number;
  readonly frames: number;
  /** How often it worked and then did not. */
  readonly lost: number;
  /** When recording all the same was first offered; null = never. */
  readonly offeredAfterMs: number | null;
  /** What was said for the longest time while the button did not work; null = it worked from the first frame. */
  readonly longestHint: { readonly hint: string; readonly forMs: number } | null;
}

const never = 'never';

function seconds(ms: number | null): string {
  return ms === null ? never : `${(ms / 1_000).toFixed(1)} s`;
}

function rowOf(one: Positioning): readonly string[] {
  const { longestHint } = one;
  return [
    one.video,
    seconds(one.lengthMs),
    one.readyAfterMs === null ? '**no**' : 'yes',
    seconds(one.readyAfterMs),
    `${one.readyFrames} of ${one.frames}`,
    String(one.lost),
    longestHint === null ? '–' : `${longestHint.hint}, ${seconds(longestHint.forMs)}`,
    seconds(one.offeredAfterMs),
  ];
}

/** Nothing where there are no videos. */
export function positioningSection(videos: readonly Positioning[]): string {
  if (videos.length === 0) return '';
  const stuck = videos.filter(({ readyAfterMs }) => readyAfterMs === null);
  const offered = stuck.filter(({ offeredAfterMs }) => offeredAfterMs !== null);
  const head = [
    'video',
    'length',
    'ready',
    'after',
    'frames',
    'lost',
    'longest hint',
    'recording anyway offered',
  ];
  return `
## Before the recording

Each genuine video as the time before the recording, with the widget's own hints and its own start button. \`ready\`: the button worked; \`frames\`: at how many
it did; \`lost\`: how often it then did not. What the person in the video would have done about a hint, nobody knows: nobody there saw one.

Did not get past positioning: ${inWords({ errors: stuck.length, n: videos.length })}; of these, ${offered.length} were offered to record anyway.

${markdownTable(head, videos.map(rowOf))}
`;
}
