import { Hono } from 'hono';
import { jpegEncoder } from '../../src/testing/clip/jpeg.js';
import { createRenderer, pictureAt, type SceneRenderer } from '../../src/testing/index.js';
import { openWorkerPage } from '../../tools/lab/worker-page.js';
import { type FedFrame, framesOf } from './frames.js';
import type { EmbeddedFrame } from './in-page.js';
import type { Presentation, RecordedSeries } from './series.js';

/** Feeds clips straight into the built worker in a real browser: no camera and no clock, so a clip takes as long as its
 * analysis and a busy machine changes nothing. Frames are chosen and embedded as the widget does it. */
export interface Recorder {
  /** One at a time. @throws Error with the worker's code when the analysis fails. */
  record(presentation: Presentation): Promise<RecordedSeries>;
  /** As {@link record}, but every good frame's embedding by itself. */
  embed(presentation: Presentation): Promise<readonly EmbeddedFrame[]>;
  close(): Promise<void>;
}

/** Painting a person takes as long as ten pictures, and a painted one takes some megabytes. */
const CLIPS_PER_RENDERER = 32;

/** @throws Error when the library is not built (`npm run build`). */
export async function openRecorder(): Promise<Recorder> {
  const pictures = await PictureSource.create();
  const { page, close } = await openWorkerPage({
    name: 'recorder',
    stages: ['evaluation/harness/in-page.ts'],
    routes: pictures.routes,
  });
  return {
    record: async (presentation) => {
      const frames = framesOf(presentation);
      pictures.show(presentation, frames);
      const recording = await page.evaluate((fed) => window.recordFrames(fed), frames);
      return { name: presentation.script.name, ...recording };
    },
    embed: (presentation) => {
      const frames = framesOf(presentation);
      pictures.show(presentation, frames);
      return page.evaluate((fed) => window.embedFrames(fed), frames);
    },
    close,
  };
}

/** Renders and encodes what the page asks for, while the page analyses what it has. */
class PictureSource {
  readonly routes = new Hono();
  readonly #encode: Awaited<ReturnType<typeof jpegEncoder>>;
  #clips = 0;
  #renderers = new Map<string, SceneRenderer>();
  #draw: (index: number) => Promise<Uint8Array> = () => Promise.reject(new Error('no clip is shown'));

  private constructor(encode: Awaited<ReturnType<typeof jpegEncoder>>) {
    this.#encode = encode;
    this.routes.get('/pictures/:index', async ({ req }) => {
      const jpeg = await this.#draw(Number(req.param('index')));
      return new Response(Uint8Array.from(jpeg), {
        headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-store' },
      });
    });
  }

  static async create(): Promise<PictureSource> {
    return new PictureSource(await jpegEncoder());
  }

  show({ script }: Presentation, frames: readonly FedFrame[]): void {
    if (this.#clips++ % CLIPS_PER_RENDERER === 0) this.#renderers.clear();
    const size = `${script.widthPx}×${script.heightPx}`;
    const renderer = this.#renderers.get(size) ?? createRenderer(script.widthPx, script.heightPx);
    this.#renderers.set(size, renderer);
    this.#draw = (index) => this.#encode(pictureAt(renderer, script, frames[index]?.clipTimeMs ?? 0));
  }
}
