import { wipe } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import { type CaptureEmbedding, CROPS_KEPT, type FrameObservation } from '../../core/observation.js';
import type { EmbeddingRuntime, FrameImage, VisionWorker, WorkerAssets } from '../protocol.js';
import { Embeddings, embedChip } from './embed.js';
import type { LandmarkModel } from './landmarks.js';
import { type Chip, type Instruments, observe } from './observe.js';
import { Picture } from './picture.js';
import { startEmbedding, startLandmarks, startTexture } from './runtime.js';
import type { ModelSession } from './session.js';
import { liveSample, type Texture } from './texture.js';

function started<T>(part: T | null, name: string): T {
  if (part === null) throw new CandorError('runtime.model_failed', { detail: `${name} not loaded` });
  return part;
}

function wipeChip({ rgba, crops }: Chip): void {
  for (const pixels of [rgba, ...crops]) pixels.fill(0);
}

/** The worker's memory: models, the newest few faces, the embeddings of the capture that runs. */
export class Analysis implements Omit<VisionWorker, 'hello'> {
  #assets: WorkerAssets | null = null;
  #landmarks: LandmarkModel | null = null;
  #session: ModelSession | null = null;
  #texture: Texture = { kind: 'failed' };
  #picture: Picture | null = null;
  #chips: Chip[] = [];
  #embeddings = new Embeddings();

  async load(assets: WorkerAssets): Promise<void> {
    this.#assets = assets;
    this.#landmarks = await startLandmarks(assets);
    this.#picture = new Picture();
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
      const { observation, chip } = observe(this.#instruments(), image, frameId, mediaTimeMs);
      if (chip !== null) this.#keep(chip);
      return observation;
    } finally {
      image.close();
    }
  }

  async embed(frameId: number): Promise<boolean> {
    const session = started(this.#session, 'embedding');
    const chip = this.#chips.find((candidate) => candidate.frameId === frameId);
    if (chip === undefined) return false;
    const capture = this.#embeddings;
    const sampling = liveSample(this.#texture, chip.crops);
    const embedding = await embedChip(session, chip.rgba);
    const sample = await sampling;
    if (capture !== this.#embeddings) {
      // A reset came in between: this one belongs to no capture any more.
      wipe(embedding);
      return false;
    }
    capture.take(embedding, sample);
    return true;
  }

  async finish(): Promise<CaptureEmbedding> {
    try {
      return this.#embeddings.finish();
    } finally {
      await this.reset();
    }
  }

  async reset(): Promise<void> {
    this.#chips.forEach(wipeChip);
    this.#chips = [];
    this.#embeddings.forget();
    this.#embeddings = new Embeddings();
    this.#picture?.wipe();
  }

  #instruments(): Instruments {
    const texture = this.#texture;
    return {
      landmarks: started(this.#landmarks, 'landmarks'),
      picture: started(this.#picture, 'landmarks'),
      textureModels: texture.kind === 'ready' ? texture.started.map(({ model }) => model) : [],
    };
  }

  #keep(chip: Chip): void {
    this.#chips.push(chip);
    this.#chips.splice(0, Math.max(0, this.#chips.length - CROPS_KEPT)).forEach(wipeChip);
  }
}
