import type { startSellerVision } from '../../src/vision/client.js';

/** The analysis worker as a page sees it. The stage has no door of its own, so its shape is written down once more. */
export interface Observation {
  readonly faceCount: number;
  readonly secondFaceAreaRatio: number;
  readonly face: {
    readonly iedPx: number;
    readonly eyeMidpointPx: readonly [number, number];
    readonly yawDeg: number;
    readonly pitchDeg: number;
    readonly rollDeg: number;
    readonly lidGapRatio: number;
    readonly lipGapRatio: number;
    readonly sharpness: number;
    readonly illuminationUniformity: number;
  } | null;
  readonly sceneLuminance: number;
  readonly workMs: number;
}
export interface TextureReading {
  readonly kind: 'absent' | 'failed' | 'measured';
  readonly liveProbabilities?: readonly number[];
}
export interface Vision {
  readonly embeddingReady: Promise<{ readonly backend: string; readonly threads: number }>;
  observe(image: VideoFrame | ImageBitmap, frameId: number, mediaTimeMs: number): Promise<Observation>;
  embed(frameId: number, view?: 'front' | 'turned'): Promise<boolean>;
  hold(frameId: number, view?: 'front' | 'turned'): Promise<boolean>;
  finish(): Promise<{
    embedding: Float32Array;
    count: number;
    lowestSimilarity: number;
    turnedSimilarities: readonly number[];
    texture: TextureReading;
  }>;
  reset(): Promise<void>;
  close(): void;
}
interface VisionStage {
  startVision(
    options: { readonly assetsUrl?: string; readonly backend: 'auto' | 'wasm' | 'webgpu' },
    signal: AbortSignal,
  ): Promise<Vision>;
  readonly startSellerVision: typeof startSellerVision;
}
export interface LandmarkStage {
  readonly LandmarkModel: {
    start(
      wasm: Uint8Array,
      model: Uint8Array,
    ): Promise<{
      find(picture: ImageData): readonly { readonly pointsPx: Float32Array }[];
    }>;
  };
}
/** What page.js adds to the page. */
export interface Bench {
  readonly stage: VisionStage;
  readonly never: AbortSignal;
  /** A rendered picture, by its name in {@link SCENES}, or `phone`. */
  picture(name: string): Promise<ImageBitmap>;
  /** The code and detail that starting the worker or its embedding model fails with; null when both start. */
  startingFailure(assetsUrl?: string): Promise<{ code: string; detail: string | undefined } | null>;
  /** Embeds these pictures as one capture, which is not finished. */
  take(vision: Omit<Vision, 'finish'>, names: readonly string[]): Promise<void>;
  /** The same, finished. */
  capture(vision: Vision, names: readonly string[]): Promise<Capture>;
}
export interface Capture {
  readonly embedding: readonly number[];
  readonly count: number;
  readonly lowestSimilarity: number;
  readonly texture: TextureReading;
}

declare global {
  interface Window {
    bench: Bench;
  }
}
