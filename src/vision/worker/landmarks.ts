import { FaceLandmarker } from '@mediapipe/tasks-vision';
// The emscripten loader ships without types; bundling it here is what makes a blob worker and a run-time import unnecessary.
import ModuleFactory from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';
import type { Bytes } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import { memoryCanvas } from './memory-gl.js';

export interface Landmarks {
  /** x, y in pixels of the frame, flat; 478 points. */
  readonly pointsPx: Float32Array;
  readonly yawDeg: number;
  readonly pitchDeg: number;
  readonly rollDeg: number;
}

/** As shares of the frame's width and height. */
interface Place {
  readonly x: number;
  readonly y: number;
}

const DEGREES = 180 / Math.PI;

/** One more than the one that is wanted: a second face must be seen to be refused. */
const MAX_FACES = 2;

/** How sure the detector must be of a face. MediaPipe's own 0.5 takes gaps between leaves for one: before 50 cluttered pictures a
 * rendered person had a second face in 32 at 0.5, in 24 at 0.6, in 12 at 0.7 and in none at 0.8; at 0.8 half of those who turn by
 * 38° are not found any more, at 0.7 all 24 are (docs/liveness.md). What is left does not last (liveness/one-face.ts). */
const MIN_DETECTION_CONFIDENCE = 0.7;
/** Of the landmarks that lie on what was detected; 0.97 would have left 29 of the 32. */
const MIN_PRESENCE_CONFIDENCE = 0.7;

/** @param matrix - 4×4, column-major; its third column is where the face looks, y up. */
export function poseOf(matrix: readonly number[]): Pick<Landmarks, 'yawDeg' | 'pitchDeg' | 'rollDeg'> {
  const at = (index: number): number => matrix[index] ?? Number.NaN;
  return {
    yawDeg: DEGREES * Math.atan2(at(8), at(10)),
    pitchDeg: DEGREES * Math.atan2(at(9), Math.hypot(at(8), at(10))),
    rollDeg: DEGREES * Math.atan2(at(1), at(0)),
  };
}

function inPixels(points: readonly Place[], widthPx: number, heightPx: number): Float32Array {
  const flat = new Float32Array(2 * points.length);
  points.forEach(({ x, y }, index) => {
    flat[2 * index] = x * widthPx;
    flat[2 * index + 1] = y * heightPx;
  });
  return flat;
}

/** The loader, made to compile exactly the bytes that were checked instead of fetching its own, and to keep MediaPipe's
 * progress notes off the host page's console. */
function loaderOf(wasm: Bytes): (module: object) => Promise<object> {
  return (module) =>
    new Promise((resolve, reject) => {
      // The loader itself would wait for ever for an instance that does not come.
      const instantiateWasm = (
        imports: WebAssembly.Imports,
        take: (instance: WebAssembly.Instance) => void,
      ): void => {
        WebAssembly.instantiate(wasm, imports).then(({ instance }) => take(instance), reject);
      };
      const quiet = { print: () => {}, printErr: () => {} };
      ModuleFactory({ ...module, ...quiet, instantiateWasm }).then(resolve, reject);
    });
}

/** MediaPipe's face landmarker on the CPU (the GPU delegate fails on the joined outputs, docs/model-cards.md). Its only way for a
 * picture is WebGL2 all the same, and once that context is lost, it answers with the last landmarks for ever and says nothing. So
 * what it takes for WebGL2 is memory (docs/phones.md). */
export class LandmarkModel {
  readonly #landmarker: FaceLandmarker;
  #lastTimestampMs = 0;

  private constructor(landmarker: FaceLandmarker) {
    this.#landmarker = landmarker;
  }

  /** @throws `runtime.wasm_failed` */
  static async start(wasm: Bytes, model: Bytes): Promise<LandmarkModel> {
    // tasks-vision takes the loader from the global scope and clears it after use; its notes go by either way.
    Object.assign(globalThis, { ModuleFactory: loaderOf(wasm), custom_dbg: () => {} });
    try {
      const landmarker = await FaceLandmarker.createFromOptions(
        { wasmLoaderPath: '', wasmBinaryPath: '' },
        {
          canvas: memoryCanvas(),
          baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
          runningMode: 'VIDEO',
          numFaces: MAX_FACES,
          minFaceDetectionConfidence: MIN_DETECTION_CONFIDENCE,
          minFacePresenceConfidence: MIN_PRESENCE_CONFIDENCE,
          outputFacialTransformationMatrixes: true,
        },
      );
      return new LandmarkModel(landmarker);
    } catch (cause) {
      throw new CandorError('runtime.wasm_failed', { cause, detail: 'landmarks' });
    }
  }

  /** The faces in the picture, in the model's order. @throws `runtime.model_failed` */
  find(picture: ImageData): readonly Landmarks[] {
    const { width: widthPx, height: heightPx } = picture;
    // The model wants a clock that only goes forward; the clip's own starts anew with each capture.
    this.#lastTimestampMs = Math.max(this.#lastTimestampMs + 1, performance.now());
    try {
      const found = this.#landmarker.detectForVideo(picture, this.#lastTimestampMs);
      return found.faceLandmarks.map((points, face) => ({
        pointsPx: inPixels(points, widthPx, heightPx),
        ...poseOf(found.facialTransformationMatrixes[face]?.data ?? []),
      }));
    } catch (cause) {
      throw new CandorError('runtime.model_failed', { cause, detail: 'landmarks' });
    }
  }
}
