import { unreachable } from '../../src/core/unreachable.js';
import { assertUnit, FloatBlock } from './float-block.js';
import {
  type Found,
  type Hit,
  type IndexedTemplate,
  mayHit,
  type Probe,
  type Scope,
  similarity,
  type TemplateIndex,
} from './template-index.js';

type Entry = Omit<IndexedTemplate, 'vector'>;

/** Compares with every template in the scope, in memory: it misses nothing, and what it finds is what a sum in double precision
 * gives, to the last bit. */
export class ExactIndex implements TemplateIndex {
  readonly #block: FloatBlock;
  /** By row. */
  readonly #entries: Entry[] = [];
  readonly #rowOf = new Map<string, number>();
  /** Verification ids by group. */
  readonly #members = new Map<string, Set<string>>();

  /** @param dim - components of each vector. */
  constructor(dim: number) {
    this.#block = new FloatBlock(dim);
  }

  get size(): number {
    return this.#block.rows;
  }

  insert({ vector, ...entry }: IndexedTemplate): void {
    assertUnit(vector, this.#block.dim);
    this.remove(entry.verificationId);
    const row = this.#block.append(vector);
    this.#entries[row] = entry;
    this.#rowOf.set(entry.verificationId, row);
    for (const group of entry.groups) {
      const members = this.#members.get(group) ?? new Set();
      this.#members.set(group, members.add(entry.verificationId));
    }
  }

  remove(verificationId: string): boolean {
    const row = this.#rowOf.get(verificationId);
    if (row === undefined) return false;
    this.#leaveGroups(this.#entries[row]);
    this.#block.removeRow(row);
    this.#rowOf.delete(verificationId);
    const moved = this.#entries.pop();
    if (moved !== undefined && moved.verificationId !== verificationId) {
      this.#entries[row] = moved;
      this.#rowOf.set(moved.verificationId, row);
    }
    return true;
  }

  async search(probe: Probe, threshold: number, scope: Scope): Promise<Found> {
    return this.#score(probe, threshold, this.#rowsIn(scope));
  }

  async compare(
    probe: Probe,
    threshold: number,
    scope: Scope,
    verificationIds: readonly string[],
  ): Promise<Found> {
    const rows = new Set(verificationIds.flatMap((verificationId) => this.#rowOf.get(verificationId) ?? []));
    return this.#score(
      probe,
      threshold,
      [...rows].filter((row) => this.#isIn(scope, row)),
    );
  }

  #score(probe: Probe, threshold: number, rows: Iterable<number>): Found {
    assertUnit(probe.vector, this.#block.dim);
    const hits: Hit[] = [];
    let scopeSize = 0;
    for (const row of rows) {
      scopeSize += 1;
      if (similarity(this.#block.at(row), probe.vector) < threshold) continue;
      const entry = this.#entries[row];
      if (entry === undefined || !mayHit(entry, probe)) continue;
      hits.push({ verificationId: entry.verificationId, holder: entry.holder });
    }
    return { hits, scopeSize };
  }

  #isIn(scope: Scope, row: number): boolean {
    if (scope.kind === 'gallery') return true;
    return this.#entries[row]?.groups.some((group) => scope.groups.includes(group)) === true;
  }

  #rowsIn(scope: Scope): Iterable<number> {
    switch (scope.kind) {
      case 'gallery':
        return this.#entries.keys();
      case 'groups':
        return this.#rowsSharing(scope.groups);
      default:
        return unreachable(scope);
    }
  }

  #rowsSharing(groups: readonly string[]): Iterable<number> {
    const sharing = new Set(groups.flatMap((group) => [...(this.#members.get(group) ?? [])]));
    return [...sharing].flatMap((verificationId) => this.#rowOf.get(verificationId) ?? []);
  }

  #leaveGroups(entry: Entry | undefined): void {
    for (const group of entry?.groups ?? []) {
      const members = this.#members.get(group);
      members?.delete(entry?.verificationId ?? '');
      if (members?.size === 0) this.#members.delete(group);
    }
  }
}
