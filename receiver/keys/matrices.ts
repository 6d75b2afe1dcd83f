import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../../src/core/bytes.js';
import { SEED_BYTES, type Transform, transformIdOf, transformOf } from '../matching/transform.js';
import type { Random } from '../options.js';
import type { SecretStore } from './secret-store.js';

/** What the secret matrices are made of, in one entry of the secret store: more than one only while stored templates change from one to the next
 * (`candor-receiver matrix rotate`). */

const StoredSchema = v.strictObject({
  v: v.literal(1),
  seeds: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))), v.minLength(1)),
});

/** 32 bytes each; new templates go under the last. */
export type Seeds = readonly [Uint8Array, ...Uint8Array[]];

export const MATRIX_ENTRY = 'matrix.json';

/** @returns null when there are none.
 * @throws Error when they are damaged, or others may read them. */
export async function readSeeds(store: SecretStore): Promise<Seeds | null> {
  const stored = await store.read(MATRIX_ENTRY);
  if (stored === null) return null;
  const parsed = v.safeParse(StoredSchema, parseJson(Buffer.from(stored).toString('utf8')));
  const [first, ...rest] = parsed.success ? parsed.output.seeds.map(fromBase64Url) : [];
  if (first === undefined)
    throw new Error(`${store.placeOf(MATRIX_ENTRY)} is damaged; restore it from a backup`);
  return [first, ...rest];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Replaces them in one step. */
export function writeSeeds(store: SecretStore, seeds: Seeds): Promise<void> {
  const text = JSON.stringify({ v: 1, seeds: seeds.map(toBase64Url) });
  return store.write(MATRIX_ENTRY, Buffer.from(text));
}

export function freshSeed(random: Random): Uint8Array {
  return random(SEED_BYTES);
}

export interface TurnedVector {
  readonly transformId: string;
  readonly vector: Float32Array<ArrayBuffer>;
}

/** The matrices that stored templates may be under. */
export class Transforms {
  /** What the index of this process holds, from its start to its end. */
  readonly current: Transform;
  readonly #byId = new Map<string, Transform>();
  readonly #dim: number;
  readonly #reread: () => Promise<Seeds | null>;
  #newest: Transform;

  /** @param reread - gives the seeds that another process may have written meanwhile. */
  constructor(seeds: Seeds, dim: number, reread: () => Promise<Seeds | null> = async () => null) {
    this.#dim = dim;
    this.#reread = reread;
    this.#newest = this.#learn(seeds);
    this.current = this.#newest;
  }

  /** What is stored goes under this: {@link current}, until `matrix rotate` runs beside this process. */
  get newest(): Transform {
    return this.#newest;
  }

  has(transformId: string): boolean {
    return this.#byId.has(transformId);
  }

  /** Reads what `matrix rotate` may have written. None is forgotten: the index still holds what came under the first. */
  async refresh(): Promise<void> {
    const seeds = await this.#reread();
    if (seeds !== null) this.#newest = this.#learn(seeds);
  }

  #learn(seeds: Seeds): Transform {
    for (const seed of seeds) {
      const transformId = transformIdOf(seed);
      if (!this.#byId.has(transformId)) this.#byId.set(transformId, transformOf(seed, this.#dim));
    }
    const newest = this.#byId.get(transformIdOf(seeds.at(-1) ?? seeds[0]));
    if (newest === undefined) throw new RangeError('a matrix needs a seed');
    return newest;
  }

  /** Turns a vector under {@link current} into one under {@link newest}; a copy, for the caller to wipe. */
  toNewest(vector: Float32Array): Float32Array<ArrayBuffer> {
    if (this.#newest === this.current) return Float32Array.from(vector);
    const plain = this.current.restore(vector);
    const turned = this.#newest.rotate(plain);
    plain.fill(0);
    return turned;
  }

  /** A vector under {@link current} as it is under each of the matrices, for the caller to wipe. The newest comes last: what
   * `matrix rotate` moves while one looks under each in turn is under one that is still to come, or was seen. */
  underEach(vector: Float32Array): readonly TurnedVector[] {
    const plain = this.current.restore(vector);
    const turned = [...this.#byId].map(([transformId, transform]) => {
      const own = transform === this.current ? Float32Array.from(vector) : transform.rotate(plain);
      return { transformId, vector: own };
    });
    plain.fill(0);
    return turned;
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
