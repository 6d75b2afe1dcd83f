import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../store/database.js';
import type { Found, IndexedTemplate, Probe, Scope, TemplateIndex } from './template-index.js';

/** Numbers in a vector of the suite. */
export const DIM = 8;
const NOBODY: ReadonlySet<string> = new Set();
const GALLERY: Scope = { kind: 'gallery' };

/** An index, empty, with the stored templates that it finds. */
export interface IndexUnderTest {
  readonly index: TemplateIndex;
  readonly database: Database;
  /** As a receiver stores it, in the place of one of the same id. */
  insert(template: IndexedTemplate): Promise<void>;
  /** As a receiver deletes it.
   * @returns whether it was there. */
  remove(verificationId: string): Promise<boolean>;
}

export interface IndexSuite {
  /** An empty one, of {@link DIM} numbers. */
  fresh(): Promise<IndexUnderTest>;
  /** How often each property is tried. */
  readonly runs: number;
  /** Insertions and removals in one run, at most. */
  readonly mostSteps: number;
}

function unit(raw: readonly number[]): Float32Array<ArrayBuffer> {
  const norm = Math.hypot(...raw);
  return Float32Array.from(raw, (component) => component / norm);
}

const vectors = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: DIM, maxLength: DIM })
  .filter((raw) => raw.some((component) => component !== 0))
  .map(unit);
const holders = fc.constantFrom('h0', 'h1', 'h2', 'h3', 'h4');
const groups = fc.uniqueArray(fc.constantFrom('g0', 'g1', 'g2', 'g3'), { maxLength: 3 });
const templates: fc.Arbitrary<IndexedTemplate> = fc.record({
  verificationId: fc.integer({ min: 0, max: 30 }).map((id) => `v${id}`),
  holder: holders,
  groups,
  expiresAtMs: fc.integer({ min: 0, max: 4 }),
  vector: vectors,
});
const step = fc.oneof(
  { weight: 4, arbitrary: templates.map((template) => ({ kind: 'insert' as const, template })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 30 }).map((id) => ({ kind: 'remove' as const, id: `v${id}` })),
  },
);
const probes: fc.Arbitrary<Probe> = fc.record({
  vector: vectors,
  never: fc.uniqueArray(holders).map((list): ReadonlySet<string> => new Set(list)),
  atMs: fc.integer({ min: 0, max: 4 }),
});
const scopes: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant(GALLERY),
  groups.map((list): Scope => ({ kind: 'groups', groups: list })),
);

/** As one would do it on paper. */
function naive(held: ReadonlyMap<string, IndexedTemplate>, probe: Probe, threshold: number, scope: Scope) {
  const compared = [...held.values()].filter(
    (template) => scope.kind === 'gallery' || template.groups.some((group) => scope.groups.includes(group)),
  );
  const hits = compared.filter(
    ({ holder, expiresAtMs, vector }) =>
      dot(vector, probe.vector) >= threshold && !probe.never.has(holder) && probe.atMs < expiresAtMs,
  );
  return { hits: hits.map(({ verificationId }) => verificationId).toSorted(), scopeSize: compared.length };
}

function dot(a: Float32Array, b: Float32Array): number {
  return Array.from(a).reduce((sum, component, at) => sum + component * (b[at] ?? Number.NaN), 0);
}

/** The neighbours of a double. */
function neighbours(value: number): { readonly below: number; readonly above: number } {
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  const at = (offset: bigint): number =>
    new Float64Array(BigInt64Array.of((bits[0] ?? 0n) + offset).buffer)[0] ?? Number.NaN;
  return value > 0 ? { below: at(-1n), above: at(1n) } : { below: at(1n), above: at(-1n) };
}

async function found(
  { index, database }: IndexUnderTest,
  probe: Probe,
  threshold: number,
  scope: Scope = GALLERY,
) {
  const all = await index.search(probe, threshold, scope, database);
  return { hits: idsOf(all), scopeSize: all.scopeSize };
}

/** In one order, which the hits themselves do not have. */
function idsOf({ hits }: Found): readonly string[] {
  return hits.map(({ verificationId }) => verificationId).toSorted();
}

/** Of one holder, in no group. */
export const one = (verificationId: string, vector: Float32Array): IndexedTemplate => ({
  verificationId,
  holder: verificationId,
  groups: [],
  expiresAtMs: 1,
  vector,
});

/** What every index promises. */
export function describeIndex(name: string, suite: IndexSuite): void {
  describe(name, () => {
    itSearchesAsOnPaper(suite);
    itTakesTheThresholdExactly(suite);
    itNeverHits(suite);
    itTakesNoOtherVector(suite);
  });
}

function itSearchesAsOnPaper({ fresh, runs, mostSteps }: IndexSuite): void {
  it('finds what a search on paper finds, whatever was inserted, replaced and removed before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: mostSteps }),
        probes,
        fc.float({ min: -1, max: 1, noNaN: true }),
        scopes,
        async (done, probe, threshold, scope) => {
          const tested = await fresh();
          const held = new Map<string, IndexedTemplate>();
          for (const step of done) {
            if (step.kind === 'remove') expect(await tested.remove(step.id)).toBe(held.delete(step.id));
            else {
              await tested.insert(step.template);
              held.set(step.template.verificationId, step.template);
            }
          }
          expect(tested.index.size).toBe(held.size);
          expect(await found(tested, probe, threshold, scope)).toEqual(naive(held, probe, threshold, scope));
        },
      ),
      { numRuns: runs },
    );
  });

  it('compares with some of what it holds as it does with all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(templates),
        probes,
        scopes,
        fc.uniqueArray(fc.nat({ max: 30 })),
        async (held, probe, scope, some) => {
          const tested = await fresh();
          for (const template of held) await tested.insert(template);
          const { index, database } = tested;
          const ids = some.map((id) => `v${id}`);
          const all = await index.search(probe, 0.2, scope, database);
          const among = await index.compare(probe, 0.2, scope, ids, database);
          expect(idsOf(among)).toEqual(idsOf(all).filter((id) => ids.includes(id)));
          expect(among.scopeSize).toBeLessThanOrEqual(ids.length);
        },
      ),
      { numRuns: runs },
    );
  });
}

function itTakesTheThresholdExactly({ fresh, runs }: IndexSuite): void {
  it('takes the threshold to the last bit: at it a hit, one step above it none', async () => {
    await fc.assert(
      fc.asyncProperty(vectors, vectors, async (enrolled, newcomer) => {
        const score = dot(enrolled, newcomer);
        fc.pre(score !== 0);
        const tested = await fresh();
        await tested.insert(one('v', enrolled));
        const probe = { vector: newcomer, never: NOBODY, atMs: 0 };
        const { below, above } = neighbours(score);
        const hitsAt = async (threshold: number) => (await found(tested, probe, threshold)).hits;
        expect(await hitsAt(score)).toEqual(['v']);
        expect(await hitsAt(below)).toEqual(['v']);
        expect(await hitsAt(above)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
}

function itNeverHits({ fresh }: IndexSuite): void {
  it('never hits the same holder, an exempted one, or a template that has expired', async () => {
    const tested = await fresh();
    const vector = unit([1, 0, 0, 0, 0, 0, 0, 0]);
    for (const holder of ['self', 'exempted', 'other'])
      await tested.insert({ ...one(holder, vector), holder, expiresAtMs: 100 });
    await tested.insert({ ...one('expired', vector), expiresAtMs: 50 });
    const probe = { vector, never: new Set(['self', 'exempted']), atMs: 50 };
    expect(await found(tested, probe, 0.9)).toEqual({ hits: ['other'], scopeSize: 4 });
    expect((await found(tested, { ...probe, atMs: 49 }, 0.9)).hits).toEqual(['expired', 'other']);
  });

  it('compares nobody where nobody shares a group', async () => {
    const tested = await fresh();
    const vector = unit([1, 1, 0, 0, 0, 0, 0, 0]);
    await tested.insert({ ...one('v', vector), groups: ['payout'] });
    const probe = { vector, never: NOBODY, atMs: 0 };
    expect(await found(tested, probe, 0.9, { kind: 'groups', groups: [] })).toEqual({
      hits: [],
      scopeSize: 0,
    });
    expect(await found(tested, probe, 0.9, { kind: 'groups', groups: ['device'] })).toEqual({
      hits: [],
      scopeSize: 0,
    });
    await tested.remove('v');
    await tested.insert({ ...one('w', vector), groups: ['payout'] });
    expect((await found(tested, probe, 0.9, { kind: 'groups', groups: ['payout'] })).hits).toEqual(['w']);
  });
}

function itTakesNoOtherVector({ fresh }: IndexSuite): void {
  it.each([
    ['no length', new Float32Array(DIM)],
    ['another length', Float32Array.of(0.5, 0, 0, 0, 0, 0, 0, 0)],
    ['NaN', Float32Array.of(Number.NaN, 0, 0, 0, 0, 0, 0, 1)],
    ['another dimension', Float32Array.of(1, 0)],
  ])('takes no vector of %s, neither to hold nor to look for, and tells nothing of it', async (_, vector) => {
    const tested = await fresh();
    await tested.insert(one('v', unit([1, 0, 0, 0, 0, 0, 0, 0])));
    await expect(tested.insert(one('w', vector))).rejects.toThrow(RangeError);
    const { index, database } = tested;
    await expect(index.search({ vector, never: NOBODY, atMs: 0 }, 0.5, GALLERY, database)).rejects.toThrow(
      RangeError,
    );
    expect(index.size, 'and what was there is still there').toBe(1);
  });
}
