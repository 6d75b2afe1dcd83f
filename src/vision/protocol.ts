import type { CandorError, ErrorCode } from '../core/errors.js';
import type { CaptureEmbedding, FaceView, FrameObservation } from '../core/observation.js';
import type { BytesLoaded } from '../core/types.js';

/** What the page and the worker say to each other. Frames are transferred: the page must not use them again. */

/** Where the files are: absolute addresses, which the page resolves and the worker never guesses (docs/embedding.md). */
export interface AssetAddresses {
  readonly visionWasm: string;
  readonly ortWasm: string;
  /** onnxruntime's WebGPU build; fetched only where an adapter answers. Null where there is no folder that may have it. */
  readonly ortWebgpuWasm: string | null;
  readonly landmarksModel: string;
  readonly embeddingModel: string;
  /** built.json: which models this build has. */
  readonly built: string;
  /** By the model's id in the manifest; fetched only when built.json says that they are there. */
  readonly textureModels: Readonly<Record<string, string>>;
}

export interface WorkerAssets extends AssetAddresses {
  /** A file was broken before: all are fetched past the HTTP cache, which may have kept it. */
  readonly isDistrusted: boolean;
}

export type BackendPreference = 'auto' | 'wasm' | 'webgpu';

/** What is fetched one after the other: first what shows where the face is, then what the recording waits for. */
export type DownloadStage = 'landmarks' | 'embedding';

export interface Download extends BytesLoaded {
  readonly stage: DownloadStage;
}

/** Called now and then while something is fetched, ten times a second at most. */
export type OnDownload = (download: Download) => void;

export interface EmbeddingRuntime {
  readonly backend: 'wasm' | 'webgpu';
  readonly threads: number;
}

export type FrameImage = VideoFrame | ImageBitmap;

/** The worker's methods, called through comlink. Errors cross as `{ code, detail }` and become CandorErrors again. */
export interface VisionWorker {
  /** Name and version of the widget that this worker is of: a copied one may be older than the page's side. */
  hello(): Promise<string>;
  /** Fetches, checks and starts the landmark model. */
  load(assets: WorkerAssets, onDownload: OnDownload): Promise<void>;
  /** Fetches what `loadEmbedding` starts: after `load`, while the camera opens. What it fails with, `loadEmbedding` says. */
  fetchEmbedding(preference: BackendPreference): Promise<void>;
  /** Fetches, checks and starts the embedding model: after `load`, while the seller positions. */
  loadEmbedding(preference: BackendPreference): Promise<EmbeddingRuntime>;
  /** Fetches, checks and starts the optional texture models, after `loadEmbedding`. A network or a runtime that fails stops
   * nothing: the capture then says `failed` of its texture.
   * @throws `assets.integrity_failed` for a file that is there and is not the published one. */
  loadTexture(): Promise<void>;
  /** Measures one frame and closes it. The newest few frames with a face stay in the worker for {@link embed}. */
  observe(image: FrameImage, frameId: number, mediaTimeMs: number): Promise<FrameObservation>;
  /** Embeds a recently observed frame (and its mirror image): one from the front, the default, into the capture's mean, and the
   * texture models are asked about it; a turned one is only compared with that mean. False: that frame is gone. */
  embed(frameId: number, view?: FaceView): Promise<boolean>;
  /** Like {@link embed}, but the models look at it in {@link finish}: on a slow machine they take the time in which it could analyse
   * seven more frames. False: that frame is gone. */
  hold(frameId: number, view?: FaceView): Promise<boolean>;
  /** Ends the capture: the mean of what was embedded or held since {@link reset}. The worker's copies are wiped.
   * @throws `embedding.low_quality` when nothing was embedded, `runtime.model_failed` on NaN or a zero vector. */
  finish(): Promise<CaptureEmbedding>;
  /** Forgets and wipes all kept frames and embeddings. */
  reset(): Promise<void>;
}

/** The page's side of one worker, which it owns; every call rejects when the worker dies or `close` is called. */
export interface OneWorker {
  /** Everything that runs on embedded frames, loaded in the background after the landmarks; rejects with the code of what
   * failed. The optional texture models fail without a word here: {@link CaptureEmbedding} tells. */
  readonly embeddingReady: Promise<EmbeddingRuntime>;
  observe(image: FrameImage, frameId: number, mediaTimeMs: number): Promise<FrameObservation>;
  embed(frameId: number, view?: FaceView): Promise<boolean>;
  hold(frameId: number, view?: FaceView): Promise<boolean>;
  finish(): Promise<CaptureEmbedding>;
  reset(): Promise<void>;
  close(): void;
}

/** A worker that can be replaced. */
export interface Vision extends OneWorker {
  /** Puts a new worker in the place of one that is no use any more; what is called meanwhile waits for it. A few times
   * only: then, and where no new one starts, it throws what the old one was given up for. */
  renew(because: CandorError): Promise<void>;
}

/** How an answer crosses: comlink would keep an error's text and lose its code. */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly detail?: string };

/** {@link VisionWorker} as it is exposed: the same methods, each answering with a {@link Reply}. */
export type VisionEndpoint = {
  [Method in keyof VisionWorker]: (
    ...args: Parameters<VisionWorker[Method]>
  ) => Promise<Reply<Awaited<ReturnType<VisionWorker[Method]>>>>;
};
