import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { type Challenge, CLIP_DURATION_MS } from '../../src/core/types.js';
import { ACTIONS, generateChallenge } from '../../src/liveness/challenge.js';
import { openWorkerPage } from '../../tools/lab/worker-page.js';
import type { EmbeddedFrame, PageRecording } from '../harness/in-page.js';
import type { VideoFile } from './folder.js';
import type {} from './in-page.js';

/** Five seconds of a video, analysed. */
export interface Stretch {
  readonly fromMs: number;
  readonly challenge: Challenge;
  readonly recording: PageRecording;
}

type Read<T> =
  | { readonly kind: 'recorded'; readonly stretches: readonly T[] }
  | { readonly kind: 'unreadable'; readonly why: string };

export type Recorded = Read<Stretch>;
/** Of each stretch, its good frames. */
export type Embedded = Read<readonly EmbeddedFrame[]>;

export interface VideoRecorder {
  /** One at a time. Never throws for a file: what cannot be played says why. */
  record(video: VideoFile): Promise<Recorded>;
  /** As {@link record}, but every good frame's embedding by itself. */
  embed(video: VideoFile): Promise<Embedded>;
  close(): Promise<void>;
}

type ReadStretch<T> = (fromMs: number, index: number) => Promise<T>;

/** One minute of a long video is enough. */
const MOST_STRETCHES = 12;

/** A challenge that the person in the video cannot have known, the same in every run. */
function drawnChallenge(name: string, stretch: number): Challenge {
  let block = 0;
  const random = (count: number): Uint8Array =>
    createHash('sha256').update(`${name} ${stretch} ${block++}`).digest().subarray(0, count);
  return generateChallenge(random, { id: `${name} ${stretch}`, profile: 'standard', actions: ACTIONS });
}

/** Where each stretch begins: one after the other, or only at the start where it is known what was asked there. */
function startsMs(durationMs: number, { challenge }: VideoFile): readonly number[] {
  const whole = Math.floor(durationMs / CLIP_DURATION_MS);
  const count = Math.min(whole, challenge === null ? MOST_STRETCHES : 1);
  return Array.from({ length: count }, (_, index) => index * CLIP_DURATION_MS);
}

/** The page's own words, without Playwright's. */
function reasonOf(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return message.split('\n')[0]?.replace(/^page\.evaluate: (Error: )?/, '') ?? 'unknown';
}

/** @throws Error when the library is not built (`npm run build`). */
export async function openVideoRecorder(): Promise<VideoRecorder> {
  const routes = new Hono();
  let shown: VideoFile | null = null;
  routes.use('/video/*', (context, next) => {
    if (shown === null) return next();
    const { path } = shown;
    return serveStatic({
      root: dirname(resolve(path)),
      rewriteRequestPath: () => path.slice(dirname(path).length),
    })(context, next);
  });
  const { page, close } = await openWorkerPage({
    name: 'video-recorder',
    stages: ['evaluation/videos/in-page.ts'],
    routes,
  });
  let count = 0;
  const readAll = async <T>(video: VideoFile, read: ReadStretch<T>): Promise<Read<T>> => {
    shown = video;
    // Another address for each: the page must not play what it has kept of the last one.
    const durationMs = await page.evaluate((url) => window.openVideo(url), `/video/${count++}`);
    const starts = startsMs(durationMs, video);
    if (starts.length === 0) {
      return { kind: 'unreadable', why: `${(durationMs / 1_000).toFixed(1)} s, shorter than five seconds` };
    }
    const stretches: T[] = [];
    for (const [index, fromMs] of starts.entries()) stretches.push(await read(fromMs, index));
    return { kind: 'recorded', stretches };
  };
  const readOrSay = <T>(video: VideoFile, read: ReadStretch<T>): Promise<Read<T>> =>
    readAll(video, read).catch((thrown: unknown) => ({ kind: 'unreadable', why: reasonOf(thrown) }));
  return {
    record: (video) =>
      readOrSay(video, async (fromMs, index) => ({
        fromMs,
        challenge: video.challenge ?? drawnChallenge(video.name, index),
        recording: await page.evaluate((ms) => window.recordStretch(ms), fromMs),
      })),
    embed: (video) => readOrSay(video, (fromMs) => page.evaluate((ms) => window.embedStretch(ms), fromMs)),
    close,
  };
}
