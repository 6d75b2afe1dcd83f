import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameObservation } from '../../src/core/observation.js';
import { FrameSelector } from '../../src/flow/frame-selector.js';
import { faceView } from '../../src/liveness/face-view.js';
import { frameScore } from '../../src/liveness/quality.js';
import { createRenderer, pictureAt } from '../../src/testing/index.js';
import { ROOT } from '../../tools/build/root.js';
import { readFingerprint } from './fingerprint.js';
import { framesOf } from './frames.js';
import { openRecorder, type Recorder } from './recorder.js';
import type { Presentation, RecordedSeries } from './series.js';

/** Series that were recorded once are kept under `.cache/series`, so that a second run costs nothing but `decide`. A
 * series is recorded again when its pictures, the worker or the models have changed, and when today's gates would choose
 * other frames to embed than those of the day it was recorded. */
export interface SeriesCache {
  /** null: it would have to be recorded. */
  kept(presentation: Presentation): Promise<RecordedSeries | null>;
  read(presentation: Presentation): Promise<RecordedSeries>;
  /** How many series had to be recorded, and how long a frame took, ms. */
  recorded(): { readonly series: number; readonly msPerFrame: number };
  close(): Promise<void>;
}

const FOLDER = join(ROOT, '.cache', 'series');

/** The browser is started with the first series that is not there.
 * @throws Error when the library is not built (`npm run build`). */
export async function openSeriesCache(): Promise<SeriesCache> {
  await mkdir(FOLDER, { recursive: true });
  const measuredWith = await readFingerprint();
  const probe = createProbe();
  let recorder: Promise<Recorder> | undefined;
  const spent = { series: 0, frames: 0, ms: 0 };
  const record = async (presentation: Presentation): Promise<RecordedSeries> => {
    recorder ??= openRecorder();
    const { record: recordOne } = await recorder;
    const startedMs = performance.now();
    const series = await recordOne(presentation);
    spent.series += 1;
    spent.frames += series.observations.length;
    spent.ms += performance.now() - startedMs;
    return series;
  };
  const pathOf = (presentation: Presentation): string => {
    const hash = createHash('sha256').update(measuredWith).update(probe(presentation)).digest('hex');
    return join(FOLDER, `${presentation.script.name}-${hash.slice(0, 16)}.json`);
  };
  return {
    kept: (presentation) => keptSeries(pathOf(presentation)),
    read: async (presentation) => {
      const path = pathOf(presentation);
      const kept = await keptSeries(path);
      if (kept !== null) return kept;
      const series = await record(presentation);
      await writeFile(`${path}.new`, JSON.stringify(series));
      await rename(`${path}.new`, path);
      return series;
    },
    recorded: () => ({ series: spent.series, msPerFrame: spent.ms / Math.max(1, spent.frames) }),
    close: async () => (await recorder)?.close(),
  };
}

/** Share of the recording at which one picture is rendered for the hash: a change of the renderer shows there. */
const PROBED_SHARE = 0.45;
const CLIPS_PER_RENDERER = 32;

/** All that decides a presentation's pictures: the scenes, what is done to the pictures, and one of them. */
function createProbe(): (presentation: Presentation) => string {
  let clips = 0;
  let renderer = createRenderer(640, 480);
  return (presentation) => {
    const { sceneAt, develop: _, ...format } = presentation.script;
    const frames = framesOf(presentation);
    const times = frames.map(({ clipTimeMs }) => clipTimeMs);
    if (++clips % CLIPS_PER_RENDERER === 0) renderer = createRenderer(640, 480);
    const probed = times[Math.floor(times.length * PROBED_SHARE)] ?? 0;
    return createHash('sha256')
      .update(JSON.stringify([format, frames, times.map((timeMs) => sceneAt(timeMs))]))
      .update(pictureAt(renderer, presentation.script, probed).rgb)
      .digest('hex');
  };
}

async function keptSeries(path: string): Promise<RecordedSeries | null> {
  try {
    // Written by this file, under a name that holds the hash of what it is made from.
    const series: RecordedSeries = JSON.parse(await readFile(path, 'utf8'));
    return isStillChosen(series) ? series : null;
  } catch {
    return null;
  }
}

function isStillChosen({ observations, embeddedFrameIds }: RecordedSeries): boolean {
  const chosen = chosenFrames(observations);
  return chosen.length === embeddedFrameIds.length && chosen.every((id, at) => id === embeddedFrameIds[at]);
}

/** Ids of the frames that the widget would have embedded. */
function chosenFrames(observations: readonly FrameObservation[]): readonly number[] {
  const selector = new FrameSelector({ faceView, frameScore }, 'standard');
  return observations.flatMap((observation) => selector.next(observation).map(({ frameId }) => frameId));
}
