import { wipe } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import type { CaptureEmbedding, FaceView, FrameObservation } from '../../core/observation.js';
import type {
  BackendPreference,
  EmbeddingRuntime,
  FrameImage,
  OnDownload,
  VisionWorker,
  WorkerAssets,
} from '../protocol.js';
import { Embeddings, embedChip } from './embed.js';
import { assertWebAssembly } from './fail.js';
import { KeptFaces, type Views } from './kept-faces.js';
import type { LandmarkModel } from './landmarks.js';
import { type Instruments, observe } from './observe.js';
import { Picture } from './picture.js';
import {
  type EmbeddingFiles,
  fetchEmbedding,
  startEmbedding,
  startLandmarks,
  startTexture,
} from './runtime.js';
import type { ModelSession } from './session.js';
import { liveSample, modelsOf, type Texture } from './texture.js';

function started<T>(part: T | null, name: string): T {
  if (part === null) throw new CandorError('runtime.model_failed', { detail: `${name} not loaded` });
  return part;
}

/** What is embedded at the end of the capture. */
interface HeldViews {
  readonly view: FaceView;
  readonly views: Views;
}

function wipeViews({ chip, crops }: Views): void {
  for (const pixels of [chip, ...crops]) pixels.fill(0);
}

/** The worker's memory: models, the newest few faces, the embeddings of the capture that runs. */
export class Analysis implements Omit<VisionWorker, 'hello'> {
  #assets: WorkerAssets | null = null;
  #onDownload: OnDownload = () => {};
  #ahead: EmbeddingFiles | null = null;
  #landmarks: LandmarkModel | null = null;
  #session: ModelSession | null = null;
  #texture: Texture = { kind: 'failed' };
  #picture: Picture | null = null;
  #faces: KeptFaces | null = null;
  #held: readonly HeldViews[] = [];
  #embeddings = new Embeddings();

  async load(assets: WorkerAssets, onDownload: OnDownload): Promise<void> {
    this.#assets = assets;
    this.#onDownload = onDownload;
    assertWebAssembly();
    // Before the files: a browser whose pixels cannot be read needs none of them.
    const picture = new Picture();
    this.#landmarks = await startLandmarks(assets, onDownload);
    this.#picture = picture;
    this.#faces = new KeptFaces(picture);
  }

  async fetchEmbedding(preference: BackendPreference): Promise<void> {
    this.#ahead ??= fetchEmbedding(started(this.#assets, 'landmarks'), preference, this.#onDownload);
  }

  async loadEmbedding(preference: BackendPreference): Promise<EmbeddingRuntime> {
    const assets = started(this.#assets, 'landmarks');
    const files = this.#ahead ?? fetchEmbedding(assets, preference, this.#onDownload);
    this.#ahead = null;
    this.#session = await startEmbedding(assets, preference, files);
    return this.#session.runtime;
  }

  async loadTexture(): Promise<void> {
    const assets = started(this.#assets, 'landmarks');
    this.#texture = await startTexture(assets, started(this.#session, 'embedding'));
  }

  async observe(image: FrameImage, frameId: number, mediaTimeMs: number): Promise<FrameObservation> {
    try {
      const { observation, face } = observe(this.#instruments(), image, frameId, mediaTimeMs);
      if (face !== null) this.#faces?.keep(frameId, face);
      return observation;
    } finally {
      image.close();
    }
  }

  async embed(frameId: number, view: FaceView = 'front'): Promise<boolean> {
    const views = this.#viewsOf(frameId, view);
    return views !== null && this.#embedViews({ view, views });
  }

  async hold(frameId: number, view: FaceView = 'front'): Promise<boolean> {
    const views = this.#viewsOf(frameId, view);
    if (views === null) return false;
    this.#held = [...this.#held, { view, views }];
    return true;
  }

  #viewsOf(frameId: number, view: FaceView): Views | null {
    const models = view === 'front' ? modelsOf(this.#texture) : [];
    return started(this.#faces, 'landmarks').viewsOf(frameId, models);
  }

  async #embedViews({ view, views }: HeldViews): Promise<boolean> {
    const session = started(this.#session, 'embedding');
    const texture = this.#texture;
    const capture = this.#embeddings;
    try {
      const sampling = view === 'front' ? liveSample(texture, views.crops) : null;
      const embedding = await embedChip(session, views.chip);
      const sample = await sampling;
      if (capture === this.#embeddings) {
        if (view === 'front') capture.take(embedding, sample);
        else capture.takeTurned(embedding);
        return true;
      }
      // A reset came in between: this one belongs to no capture any more.
      wipe(embedding);
      return false;
    } finally {
      wipeViews(views);
    }
  }

  async finish(): Promise<CaptureEmbedding> {
    try {
      for (const held of this.#held) await this.#embedViews(held);
      return this.#embeddings.finish();
    } finally {
      await this.reset();
    }
  }

  async reset(): Promise<void> {
    this.#faces?.forget();
    for (const { views } of this.#held) wipeViews(views);
    this.#held = [];
    this.#embeddings.forget();
    this.#embeddings = new Embeddings();
    this.#picture?.wipe();
  }

  #instruments(): Instruments {
    return {
      landmarks: started(this.#landmarks, 'landmarks'),
      picture: started(this.#picture, 'landmarks'),
    };
  }
}
