import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactIndex } from './exact.js';
import type { IndexedTemplate, Probe, Scope } from './template-index.js';

const DIM = 8;
const NOBODY: ReadonlySet<string> = new Set();
const GALLERY: Scope = { kind: 'gallery' };

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
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: templates.map((template) => ({ kind: 'insert' as const, template })) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0, max: 30 }).map((id) => ({ kind: 'remove' as const, id: `v${id}` })),
    },
  ),
  { maxLength: 150 },
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

async function found(index: ExactIndex, probe: Probe, threshold: number, scope: Scope = GALLERY) {
  const { hits, scopeSize } = await index.search(probe, threshold, scope);
  return { hits: hits.map(({ verificationId }) => verificationId).toSorted(), scopeSize };
}

const one = (verificationId: string, vector: Float32Array): IndexedTemplate => ({
  verificationId,
  holder: verificationId,
  groups: [],
  expiresAtMs: 1,
  vector,
});

describe('the exact index', () => {
  it('finds what a search on paper finds, whatever was inserted, replaced and removed before', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        probes,
        fc.float({ min: -1, max: 1, noNaN: true }),
        scopes,
        async (done, probe, threshold, scope) => {
          const index = new ExactIndex(DIM);
          const held = new Map<string, IndexedTemplate>();
          for (const step of done) {
            if (step.kind === 'remove') expect(index.remove(step.id)).toBe(held.delete(step.id));
            else {
              index.insert(step.template);
              held.set(step.template.verificationId, step.template);
            }
          }
          expect(index.size).toBe(held.size);
          expect(await found(index, probe, threshold, scope)).toEqual(naive(held, probe, threshold, scope));
        },
      ),
      { numRuns: 300 },
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
          const index = new ExactIndex(DIM);
          for (const template of held) index.insert(template);
          const ids = some.map((id) => `v${id}`);
          const all = await index.search(probe, 0.2, scope);
          const among = await index.compare(probe, 0.2, scope, ids);
          expect(among.hits.toSorted()).toEqual(
            all.hits.filter(({ verificationId }) => ids.includes(verificationId)).toSorted(),
          );
          expect(among.scopeSize).toBeLessThanOrEqual(ids.length);
        },
      ),
    );
  });

  it('takes the threshold to the last bit: at it a hit, one step above it none', async () => {
    await fc.assert(
      fc.asyncProperty(vectors, vectors, async (enrolled, newcomer) => {
        const index = new ExactIndex(DIM);
        index.insert(one('v', enrolled));
        const probe = { vector: newcomer, never: NOBODY, atMs: 0 };
        const score = dot(enrolled, newcomer);
        fc.pre(score !== 0);
        const { below, above } = neighbours(score);
        const hitsAt = async (threshold: number) => (await found(index, probe, threshold)).hits;
        expect(await hitsAt(score)).toEqual(['v']);
        expect(await hitsAt(below)).toEqual(['v']);
        expect(await hitsAt(above)).toEqual([]);
      }),
    );
  });

  it('never hits the same holder, an exempted one, or a template that has expired', async () => {
    const index = new ExactIndex(DIM);
    const vector = unit([1, 0, 0, 0, 0, 0, 0, 0]);
    for (const holder of ['self', 'exempted', 'other'])
      index.insert({ ...one(holder, vector), holder, expiresAtMs: 100 });
    index.insert({ ...one('expired', vector), expiresAtMs: 50 });
    const probe = { vector, never: new Set(['self', 'exempted']), atMs: 50 };
    expect(await found(index, probe, 0.9)).toEqual({ hits: ['other'], scopeSize: 4 });
    expect((await found(index, { ...probe, atMs: 49 }, 0.9)).hits).toEqual(['expired', 'other']);
  });

  it('compares nobody where nobody shares a group', async () => {
    const index = new ExactIndex(DIM);
    const vector = unit([1, 1, 0, 0, 0, 0, 0, 0]);
    index.insert({ ...one('v', vector), groups: ['payout'] });
    const probe = { vector, never: NOBODY, atMs: 0 };
    expect(await found(index, probe, 0.9, { kind: 'groups', groups: [] })).toEqual({
      hits: [],
      scopeSize: 0,
    });
    expect(await found(index, probe, 0.9, { kind: 'groups', groups: ['device'] })).toEqual({
      hits: [],
      scopeSize: 0,
    });
    index.remove('v');
    index.insert({ ...one('w', vector), groups: ['payout'] });
    expect((await found(index, probe, 0.9, { kind: 'groups', groups: ['payout'] })).hits).toEqual(['w']);
  });

  it.each([
    ['no length', new Float32Array(DIM)],
    ['another length', Float32Array.of(0.5, 0, 0, 0, 0, 0, 0, 0)],
    ['NaN', Float32Array.of(Number.NaN, 0, 0, 0, 0, 0, 0, 1)],
    ['another dimension', Float32Array.of(1, 0)],
  ])('takes no vector of %s, neither to hold nor to look for, and tells nothing of it', async (_, vector) => {
    const index = new ExactIndex(DIM);
    index.insert(one('v', unit([1, 0, 0, 0, 0, 0, 0, 0])));
    expect(() => index.insert(one('v', vector))).toThrow(RangeError);
    await expect(index.search({ vector, never: NOBODY, atMs: 0 }, 0.5, GALLERY)).rejects.toThrow(RangeError);
    expect(index.size, 'and what was there is still there').toBe(1);
  });
});
