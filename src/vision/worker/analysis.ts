import { wipe } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import type { CaptureEmbedding, FaceView, FrameObservation } from '../../core/observation.js';
import type { EmbeddingRuntime, FrameImage, VisionWorker, WorkerAssets } from '../protocol.js';
import { Embeddings, embedChip } from './embed.js';
import { KeptFaces } from './kept-faces.js';
import type { LandmarkModel } from './landmarks.js';
import { type Instruments, observe } from './observe.js';
import { Picture } from './picture.js';
import { startEmbedding, startLandmarks, startTexture } from './runtime.js';
import type { ModelSession } from './session.js';
import { liveSample, modelsOf, type Texture } from './texture.js';

function started<T>(part: T | null, name: string): T {
  if (part === null) throw new CandorError('runtime.model_failed', { detail: `${name} not loaded` });
  return part;
}

/** The worker's memory: models, the newest few faces, the embeddings of the capture that runs. */
export class Analysis implements Omit<VisionWorker, 'hello'> {
  #assets: WorkerAssets | null = null;
  #landmarks: LandmarkModel | null = null;
  #session: ModelSession | null = null;
  #texture: Texture = { kind: 'failed' };
  #picture: Picture | null = null;
  #faces: KeptFaces | null = null;
  #embeddings = new Embeddings();

  async load(assets: WorkerAssets): Promise<void> {
    this.#assets = assets;
    this.#landmarks = await startLandmarks(assets);
    this.#picture = new Picture();
    this.#faces = new KeptFaces(this.#picture);
  }

  async loadEmbedding(preference: 'auto' | 'wasm' | 'webgpu'): Promise<EmbeddingRuntime> {
    this.#session = await startEmbedding(started(this.#assets, 'landmarks'), preference);
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
    const session = started(this.#session, 'embedding');
    const texture = this.#texture;
    const views = started(this.#faces, 'landmarks').viewsOf(
      frameId,
      view === 'front' ? modelsOf(texture) : [],
    );
    if (views === null) return false;
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
      for (const pixels of [views.chip, ...views.crops]) pixels.fill(0);
    }
  }

  async finish(): Promise<CaptureEmbedding> {
    try {
      return this.#embeddings.finish();
    } finally {
      await this.reset();
    }
  }

  async reset(): Promise<void> {
    this.#faces?.forget();
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
