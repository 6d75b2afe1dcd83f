import { wipe } from '../../../src/core/bytes.js';
import { unreachable } from '../../../src/core/unreachable.js';
import type { Transforms } from '../../keys/matrices.js';
import type { Database } from '../../store/database.js';
import { insertedIn, lockTemplates, type TemplateChange } from '../../store/template-log.js';
import { makeGraph, type VectorTable } from '../../store/vector-tables.js';
import {
  anyVector,
  countVectors,
  insertVectors,
  type NearVector,
  nearestVectors,
  vectorsReaching,
  vectorsSharing,
  withoutVector,
  withVector,
} from '../../store/vectors.js';
import type { FollowingIndex } from '../follow.js';
import type { OpenedTemplates } from '../opened-templates.js';
import {
  assertUnit,
  type Found,
  type IndexedTemplate,
  mayHit,
  type Probe,
  type Scope,
  similarity,
  type TemplateIndex,
} from '../template-index.js';
import { HALF_PRECISION_ERROR } from './half-precision.js';

/** Templates that get their vector in one statement. */
const BATCH = 100;

/** How far a search in the graph looks. */
export interface Look {
  /** Neighbours that it gives. */
  readonly atMost: number;
  /** Neighbours that it weighs, 1–1,000. */
  readonly considered: number;
}

/** In turn, until the last neighbour is a stranger. `npm run bench:index -- --pgvector` measures what they find. */
const LOOKS: readonly Look[] = [
  { atMost: 64, considered: 400 },
  { atMost: 1_000, considered: 1_000 },
];

export interface PgvectorOptions {
  readonly table: VectorTable;
  /** Numbers in a vector. */
  readonly dim: number;
  readonly transforms: Transforms;
  readonly opened: OpenedTemplates;
  readonly looks?: readonly Look[];
}

/** Finds candidates by pgvector's HNSW graph over vectors in half precision, which the database holds, and compares each exactly, by
 * the template as it is stored encrypted. The graph may miss some (docs/index-cost.md has how many); what it finds is what the exact
 * index finds. In groups, and where the graph gives no end of candidates, the database compares with every vector. */
export class PgvectorIndex implements TemplateIndex, FollowingIndex {
  readonly #options: PgvectorOptions;
  /** What was stored and had no vector any more when that was heard, or is of another model. */
  readonly #uncounted = new Set<string>();
  #size = 0;

  constructor(options: PgvectorOptions) {
    this.#options = options;
  }

  /** As of the last change that was followed. */
  get size(): number {
    return this.#size;
  }

  async insert(template: IndexedTemplate, database: Database): Promise<void> {
    await this.#insertAll([template], database);
  }

  remove(): boolean {
    return false;
  }

  /** Takes as many statements, and opens a template, where it finds nobody: the time of an answer must not tell. More are made where more
   * than 64 may be alike. */
  async search(probe: Probe, threshold: number, scope: Scope, database: Database): Promise<Found> {
    assertUnit(probe.vector, this.#options.dim);
    const anyone = await anyVector(database, this.#options.table);
    const compared = new Set<string>();
    const candidates = new Set<string>();
    for (const { transformId, vector } of this.#options.transforms.underEach(probe.vector)) {
      const near = await this.#near(database, vector, threshold, scope).finally(() => wipe(vector));
      // A vector under another matrix is as a stranger's.
      for (const one of near.filter((each) => each.transformId === transformId)) {
        compared.add(one.verificationId);
        if (mayReach(one, threshold)) candidates.add(one.verificationId);
      }
    }
    const opened = candidates.size > 0 || anyone === null ? [...candidates] : [anyone];
    const { hits } = await this.compare(probe, threshold, scope, opened, database);
    return { hits, scopeSize: scope.kind === 'gallery' ? this.size : compared.size };
  }

  /** Exactly, by the stored templates: the vectors in half precision are not asked. */
  async compare(
    probe: Probe,
    threshold: number,
    scope: Scope,
    verificationIds: readonly string[],
    database: Database,
  ): Promise<Found> {
    assertUnit(probe.vector, this.#options.dim);
    const templates = await this.#options.opened.of(database, verificationIds);
    const among = templates.filter(({ groups }) => isIn(scope, groups));
    const hits = among.filter(
      (one) => mayHit(one, probe) && similarity(one.vector, probe.vector) >= threshold,
    );
    wipe(...templates.map(({ vector }) => vector));
    return {
      hits: hits.map(({ verificationId, holder }) => ({ verificationId, holder })),
      scopeSize: among.length,
    };
  }

  async close(): Promise<void> {}

  /** Gives a vector to each template that has none: those of before this index was chosen. */
  async fill(database: Database): Promise<number> {
    const { table, opened } = this.#options;
    for (let after = ''; ; ) {
      const missing = await withoutVector(database, table, opened.model, after, BATCH);
      const last = missing.at(-1);
      if (last === undefined) break;
      await database.transaction(async (transaction) => {
        // Whoever deletes one of them meanwhile waits, and then deletes the vector too.
        await lockTemplates(transaction);
        const templates = await opened.of(transaction, missing);
        await this.#insertAll(templates, transaction);
        wipe(...templates.map(({ vector }) => vector));
      });
      after = last;
    }
    await makeGraph(database, table);
    const { count, seq } = await countVectors(database, table);
    this.#size = count;
    return seq;
  }

  async prepare(
    database: Database,
    changes: readonly TemplateChange[],
  ): Promise<(change: TemplateChange) => void> {
    const held = await withVector(database, this.#options.table, insertedIn(changes));
    return ({ kind, verificationId }) => {
      if (kind === 'insert' && !held.has(verificationId)) this.#uncounted.add(verificationId);
      else if (kind === 'insert') this.#size += 1;
      if (kind === 'remove' && !this.#uncounted.delete(verificationId))
        this.#size = Math.max(0, this.#size - 1);
    };
  }

  async #insertAll(templates: readonly IndexedTemplate[], database: Database): Promise<void> {
    const { table, transforms, dim } = this.#options;
    for (const { vector } of templates) assertUnit(vector, dim);
    const { transformId } = transforms.newest;
    const rows = templates.map(({ verificationId, groups, vector }) => {
      return { verificationId, transformId, groups, vector: transforms.toNewest(vector) };
    });
    await insertVectors(database, table, rows);
    wipe(...rows.map(({ vector }) => vector));
  }

  async #near(
    database: Database,
    vector: Float32Array,
    threshold: number,
    scope: Scope,
  ): Promise<readonly NearVector[]> {
    switch (scope.kind) {
      case 'gallery':
        return this.#nearInGallery(database, vector, threshold);
      case 'groups':
        return vectorsSharing(database, this.#options.table, vector, scope.groups);
      default:
        return unreachable(scope);
    }
  }

  /** Neighbours until strangers come; where there are few vectors, or no end of candidates, all. */
  async #nearInGallery(
    database: Database,
    vector: Float32Array,
    threshold: number,
  ): Promise<readonly NearVector[]> {
    const { table, looks = LOOKS } = this.#options;
    for (const look of looks) {
      if (this.size <= look.atMost) break;
      const near = await nearestVectors(database, table, { vector, ...look });
      const last = near.at(-1);
      if (near.length === look.atMost && last !== undefined && !mayReach(last, threshold)) return near;
    }
    return vectorsReaching(database, table, vector, threshold - HALF_PRECISION_ERROR);
  }
}

function mayReach({ similarity }: NearVector, threshold: number): boolean {
  return similarity >= threshold - HALF_PRECISION_ERROR;
}

function isIn(scope: Scope, groups: readonly string[]): boolean {
  return scope.kind === 'gallery' || groups.some((group) => scope.groups.includes(group));
}
