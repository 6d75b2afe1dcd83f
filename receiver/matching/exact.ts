import { unreachable } from '../../src/core/unreachable.js';
import { FloatRows } from './float-rows.js';
import { BlockScanner, type ScanOptions } from './scan/block-scanner.js';
import { MAX_DIM, quantiseProbe } from './scan/quantise.js';
import { QuantisedRows } from './scan/quantised-rows.js';
import {
  assertUnit,
  type Found,
  type Hit,
  type IndexedTemplate,
  mayHit,
  type Probe,
  type Scope,
  similarity,
  type TemplateIndex,
  UNIT_TOLERANCE,
} from './template-index.js';

type Entry = Omit<IndexedTemplate, 'vector'>;

/** Compares with every template in the scope, in memory: it misses nothing, and what it finds is what a sum in double precision
 * gives, to the last bit. A gallery is first scanned in four bits, which leaves out only what cannot reach the threshold
 * (docs/matching.md). */
export class ExactIndex implements TemplateIndex {
  readonly #dim: number;
  readonly #vectors: FloatRows;
  readonly #block: QuantisedRows;
  readonly #scanner: BlockScanner;
  /** By row. */
  readonly #entries: Entry[] = [];
  readonly #rowOf = new Map<string, number>();
  /** Verification ids by group. */
  readonly #members = new Map<string, Set<string>>();
  /** For each search under way, the rows that another template came to since it began. */
  readonly #changedRows = new Set<Set<number>>();

  /** @param dim - components of each vector.
   * @throws RangeError unless `dim` is a whole number from 1 to {@link MAX_DIM}. */
  constructor(dim: number, scanning: ScanOptions = {}) {
    if (!Number.isInteger(dim) || dim < 1 || dim > MAX_DIM)
      throw new RangeError('a vector has a whole number of components, and not that many');
    this.#dim = dim;
    this.#vectors = new FloatRows(dim);
    this.#block = new QuantisedRows(dim);
    this.#scanner = new BlockScanner(this.#block, scanning);
  }

  get size(): number {
    return this.#entries.length;
  }

  insert({ vector, ...entry }: IndexedTemplate): void {
    assertUnit(vector, this.#dim);
    this.remove(entry.verificationId);
    const row = this.#entries.length;
    this.#block.append(vector);
    this.#vectors.append(vector);
    this.#entries.push(entry);
    this.#noteChange(row);
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
    this.#vectors.removeRow(row);
    this.#noteChange(row);
    this.#rowOf.delete(verificationId);
    const moved = this.#entries.pop();
    if (moved !== undefined && moved.verificationId !== verificationId) {
      this.#entries[row] = moved;
      this.#rowOf.set(moved.verificationId, row);
    }
    return true;
  }

  async search(probe: Probe, threshold: number, scope: Scope): Promise<Found> {
    assertUnit(probe.vector, this.#dim);
    switch (scope.kind) {
      case 'gallery':
        return this.#searchAll(probe, threshold);
      case 'groups': {
        const rows = this.#rowsSharing(scope.groups);
        return { hits: this.#hitsAmong(rows, probe, threshold), scopeSize: rows.length };
      }
      default:
        return unreachable(scope);
    }
  }

  async compare(
    probe: Probe,
    threshold: number,
    scope: Scope,
    verificationIds: readonly string[],
  ): Promise<Found> {
    assertUnit(probe.vector, this.#dim);
    const held = new Set(verificationIds.flatMap((verificationId) => this.#rowOf.get(verificationId) ?? []));
    const rows = [...held].filter((row) => this.#isIn(scope, row));
    return { hits: this.#hitsAmong(rows, probe, threshold), scopeSize: rows.length };
  }

  close(): Promise<void> {
    return this.#scanner.close();
  }

  /** What comes and goes meanwhile is compared as it is at the end. */
  async #searchAll(probe: Probe, threshold: number): Promise<Found> {
    const changed = new Set<number>();
    this.#changedRows.add(changed);
    const quantised = quantiseProbe(probe.vector, threshold, 1 + UNIT_TOLERANCE);
    try {
      const candidates = await this.#scanner.candidates(quantised, this.size);
      const rows = [...new Set([...candidates, ...changed])];
      return { hits: this.#hitsAmong(rows, probe, threshold), scopeSize: this.size };
    } finally {
      quantised.components.fill(0);
      this.#changedRows.delete(changed);
    }
  }

  #hitsAmong(rows: readonly number[], probe: Probe, threshold: number): readonly Hit[] {
    const hits: Hit[] = [];
    for (const row of rows) {
      const entry = this.#entries[row];
      // A row that is no more: removed since the scan.
      if (entry === undefined || !mayHit(entry, probe)) continue;
      if (similarity(this.#vectors.at(row), probe.vector) < threshold) continue;
      hits.push({ verificationId: entry.verificationId, holder: entry.holder });
    }
    return hits;
  }

  #noteChange(row: number): void {
    for (const changed of this.#changedRows) changed.add(row);
  }

  #isIn(scope: Scope, row: number): boolean {
    if (scope.kind === 'gallery') return true;
    return this.#entries[row]?.groups.some((group) => scope.groups.includes(group)) === true;
  }

  #rowsSharing(groups: readonly string[]): readonly number[] {
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
