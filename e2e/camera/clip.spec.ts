import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { FAKE_DEVICE, FAKE_UI, test } from './camera-test.js';

/** The clip of five seconds that the seller may see and keep. */

test('five seconds of frames make a clip of five seconds', async ({ launch }) => {
  const open = await launch();
  const page = await open();
  const clip = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    (await camera.frames.next(window.never)).image.close();
    const recording = window.stage.recordClip(camera);
    let startMs: number | undefined;
    const durationMs = await new Promise<number>((resolve) => {
      camera.frames.onFrame((mediaTimeMs) => {
        startMs ??= mediaTimeMs;
        if (mediaTimeMs - startMs >= 5_000) resolve(mediaTimeMs - startMs);
      });
    });
    const recorded = await recording.finish(durationMs);
    camera.close();
    if (recorded.kind === 'none') throw recorded.error;
    const { blob, mimeType } = recorded;
    const video = document.createElement('video');
    video.src = URL.createObjectURL(blob);
    // A recorded webm states no duration; seeking beyond its end makes the player find it.
    video.currentTime = 1e6;
    await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    return { durationMs, mimeType, sizeBytes: blob.size, playsS: video.currentTime };
  });
  expect(Math.abs(clip.durationMs - 5_000)).toBeLessThanOrEqual(200);
  // The browser's recorder leaves pictures out where the machine is busy, at either end too; the widget goes by the camera's clock.
  expect(clip.playsS).toBeGreaterThan(4);
  expect(clip.playsS).toBeLessThanOrEqual(5.25);
  expect(clip.mimeType).toMatch(/^video\/webm/);
  expect(clip.sizeBytes).toBeGreaterThan(10_000);
  expect(clip.sizeBytes).toBeLessThan(900_000);
});

test('a discarded recording gives no clip and leaves the camera running', async ({ launch }) => {
  const open = await launch();
  const page = await open();
  const result = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    const recording = window.stage.recordClip(camera);
    recording.discard();
    recording.discard();
    const { kind } = await recording.finish(1_000);
    (await camera.frames.next(window.never)).image.close();
    const state = camera.stream.getVideoTracks()[0]?.readyState;
    camera.close();
    return { kind, state };
  });
  expect(result).toEqual({ kind: 'none', state: 'live' });
});

test('a browser without a recorder has no clip, and says why', async ({ launch }) => {
  const open = await launch();
  const page = await open({ initScript: 'delete window.MediaRecorder;' });
  const code = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    const clip = await window.stage.recordClip(camera).finish(5_000);
    camera.close();
    return clip.kind === 'none' ? clip.error.code : clip.kind;
  });
  expect(code).toBe('clip.unsupported');
});

/** A file camera that breaks off in its twenty-third frame, like a cable that is pulled. */
async function tornVideo(folder: string): Promise<string> {
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.alloc(640 * 480 * 1.5, 128)]);
  const frames = Array.from({ length: 22 }, () => frame);
  const path = join(folder, 'torn.y4m');
  await writeFile(
    path,
    Buffer.concat([
      Buffer.from('YUV4MPEG2 W640 H480 F15:1 Ip A1:1 C420jpeg\n'),
      ...frames,
      frame.subarray(0, 1_000),
    ]),
  );
  return path;
}

test('a camera that is torn off mid-clip is lost: no more frames, and the short clip is refused', async ({
  launch,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'candor-torn-'));
  try {
    const file = await tornVideo(folder);
    const open = await launch([FAKE_UI, FAKE_DEVICE, `--use-file-for-fake-video-capture=${file}`]);
    const page = await open();
    const result = await page.evaluate(async () => {
      const camera = await window.stage.openCamera(window.receipt, {}, window.never);
      const recording = window.stage.recordClip(camera);
      await camera.lost;
      const codeOf = (error: { code: string }): string => error.code;
      const next = await camera.frames.next(window.never).catch(codeOf);
      const clip = await recording.finish(5_000).catch(codeOf);
      camera.close();
      return { next, clip };
    });
    expect(result).toEqual({ next: 'camera.lost', clip: 'camera.lost' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
