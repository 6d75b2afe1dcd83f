import { wipe } from '../../core/bytes.js';
import type { TextureReading } from '../../core/observation.js';
import { unreachable } from '../../core/unreachable.js';
import type { TextureModel } from '../manifest.js';
import { toPlanes } from './planes.js';
import type { ModelSession } from './session.js';

/** The models' classes are live at 1, and two kinds of attack. */
const LIVE_CLASS = 1;

export interface StartedTexture {
  readonly model: TextureModel;
  readonly session: ModelSession;
}

/** The optional models, as far as they are there. */
export type Texture =
  | { readonly kind: 'absent' }
  /** There, but not started: yet, or at all. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly started: readonly StartedTexture[] };

/** Those that crops are wanted for. */
export function modelsOf(texture: Texture): readonly TextureModel[] {
  return texture.kind === 'ready' ? texture.started.map(({ model }) => model) : [];
}

/** What one embedded frame gave: a probability; NaN of models that failed; null of none. */
export type LiveSample = number | null;

/** The mean probability of all models that the skin is live.
 * @param crops - RGBA, one per model, in their order. They may be wiped while the models run. */
export async function liveSample(texture: Texture, crops: readonly Uint8ClampedArray[]): Promise<LiveSample> {
  switch (texture.kind) {
    case 'absent':
      return null;
    case 'failed':
      return Number.NaN;
    case 'ready':
      return meanProbability(texture.started, crops).catch(() => Number.NaN);
    default:
      return unreachable(texture);
  }
}

async function meanProbability(
  started: readonly StartedTexture[],
  crops: readonly Uint8ClampedArray[],
): Promise<number> {
  const views = started.map(({ model }, index) => {
    const crop = crops[index];
    if (crop === undefined) throw new RangeError(`no crop for ${model.id}`);
    return toPlanes(crop, false, model.input);
  });
  try {
    let sum = 0;
    for (const [index, { session }] of started.entries()) {
      const probabilities = await session.run(views[index] ?? new Float32Array());
      sum += probabilities[LIVE_CLASS] ?? Number.NaN;
    }
    return sum / started.length;
  } finally {
    wipe(...views);
  }
}

/** NaN is none: no comparison with it is true. */
function isProbability(sample: LiveSample): sample is number {
  return sample !== null && sample >= 0 && sample <= 1;
}

/** What the samples of a capture say together. One that failed makes all of them fail: whoever can break the models for
 * some frames must not choose which frames are judged. */
export function readingOf(samples: readonly LiveSample[]): TextureReading {
  if (samples.every((sample) => sample === null)) return { kind: 'absent' };
  const liveProbabilities = samples.filter(isProbability);
  if (liveProbabilities.length < samples.length) return { kind: 'failed' };
  return { kind: 'measured', liveProbabilities };
}
