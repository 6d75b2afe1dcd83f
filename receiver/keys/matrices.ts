import { join } from 'node:path';
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../../src/core/bytes.js';
import { SEED_BYTES, type Transform, transformIdOf, transformOf } from '../matching/transform.js';
import type { Random } from '../options.js';
import { readOwnerOnly, writeOwnerOnly } from './owner-only.js';

/** What the secret matrices are made of, in one key file: more than one only while stored templates change from one to the next
 * (`candor-receiver matrix rotate`). */

const StoredSchema = v.strictObject({
  v: v.literal(1),
  seeds: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))), v.minLength(1)),
});

/** 32 bytes each; new templates go under the last. */
export type Seeds = readonly [Uint8Array, ...Uint8Array[]];

export function matrixPath(folder: string): string {
  return join(folder, 'matrix.json');
}

/** @returns null when there is no file.
 * @throws Error when it is damaged, or others may read it. */
export async function readSeeds(folder: string): Promise<Seeds | null> {
  const path = matrixPath(folder);
  const stored = await readOwnerOnly(path);
  if (stored === null) return null;
  const parsed = v.safeParse(StoredSchema, parseJson(stored.toString('utf8')));
  const [first, ...rest] = parsed.success ? parsed.output.seeds.map(fromBase64Url) : [];
  if (first === undefined) throw new Error(`${path} is damaged; restore it from a backup`);
  return [first, ...rest];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Replaces the file in one step. */
export function writeSeeds(folder: string, seeds: Seeds): Promise<void> {
  return writeOwnerOnly(matrixPath(folder), JSON.stringify({ v: 1, seeds: seeds.map(toBase64Url) }));
}

export function freshSeed(random: Random): Uint8Array {
  return random(SEED_BYTES);
}

/** The matrices that stored templates may be under. */
export class Transforms {
  /** What new templates go under, and what the index holds. */
  readonly current: Transform;
  readonly #byId: ReadonlyMap<string, Transform>;

  constructor(seeds: Seeds, dim: number) {
    const transforms = new Map(seeds.map((seed) => [transformIdOf(seed), transformOf(seed, dim)]));
    const current = transforms.get(transformIdOf(seeds.at(-1) ?? seeds[0]));
    if (current === undefined) throw new RangeError('a matrix needs a seed');
    this.current = current;
    this.#byId = transforms;
  }

  has(transformId: string): boolean {
    return this.#byId.has(transformId);
  }

  /** Brings a stored vector under the current matrix. The argument stays the caller's to wipe.
   * @throws RangeError for a matrix that is not among these. */
  toCurrent(transformId: string, vector: Float32Array): Float32Array<ArrayBuffer> {
    if (transformId === this.current.transformId) return Float32Array.from(vector);
    const plain = this.restore(transformId, vector);
    const turned = this.current.rotate(plain);
    plain.fill(0);
    return turned;
  }

  /** As it arrived.
   * @throws RangeError for a matrix that is not among these. */
  restore(transformId: string, vector: Float32Array): Float32Array<ArrayBuffer> {
    const transform = this.#byId.get(transformId);
    if (transform === undefined) throw new RangeError('no such matrix');
    return transform.restore(vector);
  }
}
