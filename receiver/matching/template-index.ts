import type { Database } from '../store/database.js';
import { lengthOf } from './unit-vector.js';

/** Finds, among the templates of one model, those that are at least as alike as the threshold. The templates of another model are
 * in another index, or in none: cosines mean nothing across models (requirement M-06). What it is given besides as a database, or
 * as a transaction where it is called in one, an index in memory does not use. */
export interface TemplateIndex {
  /** How many templates it holds. */
  readonly size: number;
  /** Takes one in, whose row is stored; the vector is copied.
   * @throws RangeError unless it has the index's dimension and unit length. */
  insert(template: IndexedTemplate, database: Database): void | Promise<void>;
  /** Forgets it at once, where it is held in memory. In a database it goes with the template's row.
   * @returns whether it was held in memory. */
  remove(verificationId: string): boolean;
  search(probe: Probe, threshold: number, scope: Scope, database: Database): Promise<Found>;
  /** As {@link search}, but only among these, where they are held and in the scope. */
  compare(
    probe: Probe,
    threshold: number,
    scope: Scope,
    verificationIds: readonly string[],
    database: Database,
  ): Promise<Found>;
  /** Lets go of what it holds besides memory. Idempotent. */
  close(): Promise<void>;
}

export interface IndexedTemplate {
  readonly verificationId: string;
  /** Keyed hash of whose it is: of the subject, or of the verification where there is none. */
  readonly holder: string;
  /** Keyed hashes of the group tokens that the marketplace gave for it. */
  readonly groups: readonly string[];
  /** From then on it is no hit, whether or not it was deleted yet. */
  readonly expiresAtMs: number;
  /** Unit length, under the index's secret matrix. */
  readonly vector: Float32Array;
}

export interface Probe {
  /** Unit length, under the same matrix as what the index holds. */
  readonly vector: Float32Array;
  /** Holders who are never a hit: whoever it is themselves, and with whom they are exempted. */
  readonly never: ReadonlySet<string>;
  readonly atMs: number;
}

/** Among whom is searched. */
export type Scope =
  | { readonly kind: 'gallery' }
  /** Those that share at least one of these. */
  | { readonly kind: 'groups'; readonly groups: readonly string[] };

export interface Found {
  /** In no order that says anything of the similarity. */
  readonly hits: readonly Hit[];
  /** How many templates were compared. */
  readonly scopeSize: number;
}

export type Hit = Pick<IndexedTemplate, 'verificationId' | 'holder'>;

/** How far a vector's length may be from 1: twice what an envelope may, since earlier versions stored it as it came, turned and
 * rounded. Turning moves it by less than a ten-thousandth of that. */
export const UNIT_TOLERANCE = 2e-3;

/** Cosine similarity of two vectors of unit length, summed in double precision in the order of the components. */
export function similarity(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Whether a template may be a hit at all, whatever it looks like. */
export function mayHit(
  { holder, expiresAtMs }: Omit<IndexedTemplate, 'vector'>,
  { never, atMs }: Probe,
): boolean {
  return atMs < expiresAtMs && !never.has(holder);
}

/** Whether an index takes this vector. NaN has no length. */
export function isIndexable(vector: Float32Array, dim: number): boolean {
  return vector.length === dim && Math.abs(lengthOf(vector) - 1) <= UNIT_TOLERANCE;
}

/** @throws RangeError, which states neither the length nor a component. */
export function assertUnit(vector: Float32Array, dim: number): void {
  if (vector.length !== dim) throw new RangeError(`expected ${dim} numbers, got ${vector.length}`);
  if (!isIndexable(vector, dim)) throw new RangeError('the vector has no unit length');
}
