/** One tensor of a TensorFlow.js weights file, row-major. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
  /** How the file holds it: `values[i] = scale × bytes[i] + min`; null where it holds float32. */
  readonly quantised: { readonly bytes: Uint8Array; readonly scale: number; readonly min: number } | null;
}

interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string; readonly scale: number; readonly min: number };
}

/** Reads a TensorFlow.js weights file, float32 or quantised to uint8 (tfjs-core io/types.ts, WeightsManifestEntry).
 * @param weightsManifest - the JSON beside the weights: one group is expected.
 * @throws Error when the sizes do not add up. */
export function readTfjsWeights(
  weightsManifest: Uint8Array,
  weights: Uint8Array,
): ReadonlyMap<string, Weight> {
  // The file's hash is checked before it gets here, so its shape is known.
  const [group] = JSON.parse(new TextDecoder().decode(weightsManifest)) as {
    readonly weights: readonly WeightSpec[];
  }[];
  const tensors = new Map<string, Weight>();
  let offset = 0;
  for (const spec of group?.weights ?? []) {
    const length = spec.shape.reduce((product, size) => product * size, 1);
    const byteLength = spec.quantization === undefined ? 4 * length : length;
    // A copy of its own, whatever `weights` is: float32 must be aligned, and a Buffer's slice is no copy.
    tensors.set(spec.name, readWeight(spec, new Uint8Array(weights.subarray(offset, offset + byteLength))));
    offset += byteLength;
  }
  if (offset !== weights.length)
    throw new Error(`weights: expected ${offset} bytes, found ${weights.length}`);
  return tensors;
}

function readWeight({ shape, quantization }: WeightSpec, bytes: Uint8Array<ArrayBuffer>): Weight {
  if (quantization === undefined) return { shape, values: new Float32Array(bytes.buffer), quantised: null };
  const { scale, min } = quantization;
  const values = new Float32Array(bytes).map((byte) => byte * scale + min);
  return { shape, values, quantised: { bytes, scale, min } };
}
