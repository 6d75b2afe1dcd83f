import type { Page } from '@playwright/test';
import type { startVision } from '../../src/vision/client.js';
import { openWorkerPage } from '../lab/worker-page.js';

/** What the worker says of one clip. */
export interface ClipReading {
  readonly frames: readonly FrameReading[];
  /** Unit length; of the frames that were to be embedded. */
  readonly embedding: readonly number[];
}

export interface FrameReading {
  readonly faceCount: number;
  /** Null without a face. */
  readonly yawDeg: number | null;
  readonly iedPx: number | null;
}

export interface LabFrame {
  /** JPEG, base64. */
  readonly jpeg: string;
  readonly timeMs: number;
  readonly embed: boolean;
}

/** The built analysis worker in a real browser. */
export interface Lab {
  read(frames: readonly LabFrame[]): Promise<ClipReading>;
  close(): Promise<void>;
}

declare global {
  interface Window {
    readonly startVision: typeof startVision;
  }
}

/** @throws Error when the library is not built (`npm run build`). */
export async function openLab(): Promise<Lab> {
  const { page, close } = await openWorkerPage({ name: 'identities', stages: ['src/vision/client.ts'] });
  return { read: (frames) => readClip(page, frames), close };
}

/** Runs in the page, so it names nothing outside itself. One worker per clip: tracking starts afresh. */
function readClip(page: Page, frames: readonly LabFrame[]): Promise<ClipReading> {
  return page.evaluate(async (clip) => {
    const vision = await window.startVision(
      { assetsUrl: '/assets/', backend: 'wasm' },
      AbortSignal.timeout(600_000),
    );
    try {
      const readings = [];
      for (const [frameId, { jpeg, timeMs, embed }] of clip.entries()) {
        const file = await fetch(`data:image/jpeg;base64,${jpeg}`);
        const picture = await createImageBitmap(await file.blob());
        const { faceCount, face } = await vision.observe(picture, frameId, timeMs);
        if (frameId === 0) await vision.embeddingReady;
        if (embed && face !== null) await vision.embed(frameId);
        readings.push({ faceCount, yawDeg: face?.yawDeg ?? null, iedPx: face?.iedPx ?? null });
      }
      const { embedding } = await vision.finish();
      return { frames: readings, embedding: [...embedding] };
    } finally {
      vision.close();
    }
  }, frames);
}
