import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { HEADER } from '../../../shares/sealed/header.fixture.js';
import type { CaptureEmbedding } from '../../core/observation.js';
import { AUDIENCE, exampleOperators, unitVector } from '../../envelope/wire.fixture.js';
import type { ShareTerms } from '../seller-vision.js';
import { TemplateKeeper } from './template-keeper.js';

const DIM = 128;

let terms: ShareTerms;
beforeAll(async () => {
  const { operators } = await exampleOperators('x25519');
  terms = { header: HEADER, operators, audience: AUDIENCE };
});
afterEach(() => vi.restoreAllMocks());

function captured(embedding = unitVector(DIM)): CaptureEmbedding {
  return {
    embedding,
    count: 9,
    lowestSimilarity: 0.8,
    sameFaceSimilarity: 0.5,
    turnedSimilarities: [0.7],
    turnedFaceSimilarity: null,
    texture: { kind: 'absent' },
  };
}

function expectWiped(numbers: Float32Array | Uint32Array): void {
  expect(numbers.every((number) => number === 0)).toBe(true);
}

const NONE = { code: 'runtime.model_failed', detail: 'no template' };

describe('a template that is kept', () => {
  it('is told of by what was found and by its size, and by nothing else', async () => {
    const { embedding: _, ...evidence } = captured();
    const kept = await new TemplateKeeper().keep(Promise.resolve(captured()));
    expect(kept).toEqual({ evidence, dim: DIM });
  });

  it('is split once, and wiped then', async () => {
    const keeper = new TemplateKeeper();
    const embedding = unitVector(DIM);
    await keeper.keep(Promise.resolve(captured(embedding)));
    const { header, parts } = await keeper.split(terms);
    expect(header.sharing.kids).toEqual(terms.operators.map(({ kid }) => kid));
    expect(parts).toHaveLength(3);
    expectWiped(embedding);
    await expect(keeper.split(terms)).rejects.toMatchObject(NONE);
  });

  it('is wiped, and so is what it was split into, where an operator’s key is none', async () => {
    const keeper = new TemplateKeeper();
    const embedding = unitVector(DIM);
    await keeper.keep(Promise.resolve(captured(embedding)));
    const [first, second, third] = terms.operators;
    const operators = [first, second, { ...third, publicKey: 'AAAA' }] as const;
    const drawn: Uint32Array[] = [];
    const draw = crypto.getRandomValues.bind(crypto);
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      if (array instanceof Uint32Array) drawn.push(array);
      return draw(array);
    });
    await expect(keeper.split({ ...terms, operators })).rejects.toMatchObject({
      code: 'crypto.bad_public_key',
    });
    expectWiped(embedding);
    expect(drawn.length).toBeGreaterThan(0);
    for (const component of drawn) expectWiped(component);
  });

  it('that is no direction is refused, and wiped', async () => {
    const keeper = new TemplateKeeper();
    const embedding = new Float32Array(DIM).fill(Number.NaN);
    await keeper.keep(Promise.resolve(captured(embedding)));
    const refused = { code: 'runtime.model_failed', detail: 'embedding' };
    await expect(keeper.split(terms)).rejects.toMatchObject(refused);
    expectWiped(embedding);
  });

  it('is wiped by a reset, and by the next one that comes', async () => {
    const keeper = new TemplateKeeper();
    const [first, second] = [unitVector(DIM, 1), unitVector(DIM, 2)];
    await keeper.keep(Promise.resolve(captured(first)));
    await keeper.keep(Promise.resolve(captured(second)));
    expectWiped(first);
    expect(second).toEqual(unitVector(DIM, 2));
    keeper.reset();
    expectWiped(second);
    await expect(keeper.split(terms)).rejects.toMatchObject(NONE);
  });

  it('is wiped on arrival after a reset, and never kept', async () => {
    const keeper = new TemplateKeeper();
    const embedding = unitVector(DIM);
    let arrive: (capture: CaptureEmbedding) => void = () => {};
    const keeping = keeper.keep(
      new Promise((resolve) => {
        arrive = resolve;
      }),
    );
    keeper.reset();
    arrive(captured(embedding));
    await expect(keeping).rejects.toMatchObject({ code: 'runtime.model_failed' });
    expectWiped(embedding);
    await expect(keeper.split(terms)).rejects.toMatchObject(NONE);
  });
});
