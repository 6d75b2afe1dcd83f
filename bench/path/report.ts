import type { FrameTimes } from '../pages/frames.js';
import type { Journey } from './journey.js';
import { growth, WHY_XSTATE } from './remarks.js';
import { type Splits, splitSection } from './split.js';
import { ms, type Spread, spreadOf } from './statistics.js';

export interface Machine {
  readonly cpu: string;
  readonly browser: string;
  readonly node: string;
  readonly commit: string;
  readonly loadBefore: readonly number[];
  readonly loadAfter: readonly number[];
  readonly date: string;
}

/** Depends on nothing but the build: no quiet machine is needed. */
export interface Sizes {
  readonly noticeGzipBytes: number;
  readonly assets: ReadonlyArray<readonly [file: string, bytes: number, gzip: number]>;
  readonly commit: string;
}

export interface Measured {
  readonly frames: readonly FrameTimes[];
  readonly splits: Splits;
  readonly journeys: readonly Journey[];
  /** Frames analysed in the five seconds, per journey. */
  readonly framesAnalysed: readonly number[];
  readonly sizes: Sizes;
  readonly machine: Machine;
}

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly aim: string;
  readonly met: boolean;
}

const word = (met: boolean): string => (met ? 'met' : '**missed**');

function timeRow(what: string, spread: Spread, limitMs: number): Row {
  const { median, lowest, highest, n } = spread;
  return {
    what,
    measured: `${ms(median)} (${ms(lowest)} to ${ms(highest)}, n = ${n})`,
    aim: `≤ ${ms(limitMs)}`,
    met: median <= limitMs,
  };
}

function heapRow(journeys: readonly Journey[]): Row {
  const first = journeys[0]?.heapMb ?? Number.NaN;
  const last = journeys.at(-1)?.heapMb ?? Number.NaN;
  return {
    what: `Page heap after ${journeys.length} verifications, above the first`,
    measured: `${(last - first).toFixed(1)} MB (${first.toFixed(1)} → ${last.toFixed(1)} MB)`,
    aim: '≤ 10 MB',
    met: last - first <= 10,
  };
}

function longTaskRow(journeys: readonly Journey[]): Row {
  const tasks = journeys.flatMap(({ longTasksMs }) => longTasksMs);
  const longest = Math.max(0, ...tasks);
  return {
    what: `Main-thread tasks over 50 ms while recording, all ${journeys.length} runs`,
    measured: tasks.length === 0 ? 'none' : `${tasks.length}, the longest ${ms(longest)}`,
    aim: 'none',
    met: tasks.length === 0,
  };
}

function rowsOf(measured: Measured): readonly Row[] {
  const { journeys, frames } = measured;
  const analysed = spreadOf(measured.framesAnalysed);
  return [
    timeRow(
      'Consent click → first analysed frame, warm HTTP cache',
      spreadOf(journeys.map((j) => j.consentToFirstFrameMs)),
      2_500,
    ),
    timeRow(
      'Landmarks and measures of one frame, in the worker',
      spreadOf(frames.map((f) => f.candorWorkMs)),
      25,
    ),
    {
      what: 'Frames analysed in the five seconds',
      measured: `${analysed.median} (${analysed.lowest} to ${analysed.highest}, n = ${analysed.n})`,
      aim: '≥ 50',
      met: analysed.median >= 50,
    },
    timeRow('End of the clip → payload ready', spreadOf(journeys.map((j) => j.clipEndToPayloadMs)), 300),
    timeRow(
      'Send click → accepted by the local receiver',
      spreadOf(journeys.map((j) => j.sendToAcceptedMs)),
      300,
    ),
    longTaskRow(journeys),
    heapRow(journeys),
  ];
}

const RATIO_AIM = 3;

function rivalText(frames: readonly FrameTimes[]): string {
  const candor = spreadOf(frames.map((f) => f.candorMs));
  const human = spreadOf(frames.map((f) => f.humanMs));
  const ratio = human.median / candor.median;
  const found = (pick: (frame: FrameTimes) => boolean): string =>
    `${frames.filter(pick).length} of ${frames.length}`;
  return [
    `The same ${frames.length} pictures, one after the other, in one page: first Candor's worker (round trip), then`,
    '`@vladmandic/human` 3.3.6 with detection and mesh only, WebAssembly backend with SIMD, its own defaults otherwise.',
    '',
    '| | median | p95 | face found |',
    '|---|---|---|---|',
    `| Candor (478 points, pose, pixel measures; up to two faces) | ${ms(candor.median)} | ${ms(candor.p95)} | ${found((f) => f.candorFound)} |`,
    `| human (468 points; up to two faces) | ${ms(human.median)} | ${ms(human.p95)} | ${found((f) => f.humanFound)} |`,
    '',
    `Ratio of the medians, human : Candor = **${ratio.toFixed(2)}**, aim ≥ ${RATIO_AIM}, ${word(ratio >= RATIO_AIM)}.`,
  ].join('\n');
}

export const SIZES_TITLE = '## Sizes';
const NOTICE_AIM_KB = 50;

/** The last part of docs/benchmarks.md. */
export function sizesSection({ noticeGzipBytes, assets, commit }: Sizes): string {
  const kilobytes = (bytes: number): number => Math.round(bytes / 1000);
  const noticeKb = noticeGzipBytes / 1000;
  const total = (column: 1 | 2): number => kilobytes(assets.reduce((sum, asset) => sum + asset[column], 0));
  return [
    SIZES_TITLE,
    '',
    `Of commit ${commit}; \`npm run bench:path -- --sizes\` measures these alone. JavaScript and CSS needed for the notice, React excluded, gzip:`,
    `**${noticeKb.toFixed(1)} kB**, aim ≤ ${NOTICE_AIM_KB} kB, ${word(noticeKb <= NOTICE_AIM_KB)}. After consent:`,
    '',
    '| file | kB | kB gzip |',
    '|---|---|---|',
    ...assets.map(([file, bytes, gzip]) => `| ${file} | ${kilobytes(bytes)} | ${kilobytes(gzip)} |`),
    `| all | ${total(1)} | ${total(2)} |`,
    '',
    'Where a GPU adapter answers, the 27 MB WebGPU build of onnxruntime (7 MB gzip) comes to that. The optional texture models (`spoof_*.onnx`) are not in it: [model-cards.md](model-cards.md).',
    '',
    growth(noticeKb, total(2)),
    '',
  ].join('\n');
}

/** The whole of docs/benchmarks.md. */
export function toMarkdown(measured: Measured): string {
  const { machine, journeys, sizes } = measured;
  const load = (values: readonly number[]): string => values.map((value) => value.toFixed(2)).join(', ');
  const repeated = journeys.reduce((sum, { recordings }) => sum + recordings - 1, 0);
  const verdicts = journeys.filter(({ verdict }) => verdict === 'live').length;
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench:path`. Times swing with the machine and what else it does: they say what was measured once, and no',
    'test depends on them. The ratio to the rival is taken in the same run, picture by picture. The receiver: receiver-cost.md, index-cost.md.',
    '',
    `- ${machine.cpu}; ${machine.browser}; Node ${machine.node}; commit ${machine.commit}`,
    `- load average before ${load(machine.loadBefore)}, after ${load(machine.loadAfter)}; ${machine.date}`,
    `- a rendered person in a file-backed fake camera, 640 × 480 at 30 fps; ${verdicts} of ${journeys.length} verifications \`live\`, ${repeated} recordings repeated because the machine was too busy`,
    '',
    '| what | median (range) | aim | |',
    '|---|---|---|---|',
    ...rowsOf(measured).map(
      ({ what, measured: value, aim, met }) => `| ${what} | ${value} | ${aim} | ${word(met)} |`,
    ),
    '',
    "The widget closes its worker with every verification, so the WebAssembly memory goes with it; the heap is the page's.",
    '',
    '## Landmarks beside a rival',
    '',
    rivalText(measured.frames),
    '',
    splitSection(measured.splits),
    '',
    WHY_XSTATE,
    '',
    sizesSection(sizes),
  ].join('\n');
}
