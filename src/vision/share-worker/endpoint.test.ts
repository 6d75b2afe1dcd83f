import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { toFixedPoint } from '../../../shares/fixed-point.js';
import { HEADER } from '../../../shares/sealed/header.fixture.js';
import { openShare } from '../../../shares/sealed/open.js';
import { reconstruct } from '../../../shares/sharing.js';
import { CandorError } from '../../core/errors.js';
import { WIDGET } from '../../core/version.js';
import type { Keyring } from '../../envelope/open.js';
import { AUDIENCE, exampleOperators, unitVector } from '../../envelope/wire.fixture.js';
import { startSellerVision } from '../client.js';
import type { FinishedCapture, KeptCapture, SellerVision, ShareTerms } from '../seller-vision.js';
import { type Behaviour, workersWith } from './workers.fixture.js';

const DIM = 128;
const EVIDENCE = {
  count: 9,
  lowestSimilarity: 0.8,
  sameFaceSimilarity: 0.5,
  turnedSimilarities: [],
  turnedFaceSimilarity: null,
  texture: { kind: 'absent' },
} as const;

let terms: ShareTerms;
let keyrings: readonly Keyring[];
beforeAll(async () => {
  const { operators, keyrings: three } = await exampleOperators('x25519');
  terms = { header: HEADER, operators, audience: AUDIENCE };
  keyrings = three;
});

let visions: SellerVision[] = [];
afterEach(() => {
  for (const vision of visions) vision.close();
  visions = [];
  vi.unstubAllGlobals();
});

const GOOD: Behaviour = {
  finish: async () => ({ kind: 'ok', value: { ...EVIDENCE, embedding: unitVector(DIM) } }),
  shareVersion: WIDGET,
};

function page(changes: Partial<Behaviour> = {}) {
  const workers = workersWith({ ...GOOD, ...changes });
  vi.stubGlobal('Worker', workers.WorkerDouble);
  vi.stubGlobal('document', { baseURI: 'https://shop.example/' });
  vi.stubGlobal('origin', 'https://shop.example');
  const start = async (kind: FinishedCapture['kind'], signal = new AbortController().signal) => {
    const operators = kind === 'kept' ? terms.operators : undefined;
    const options = { assetsUrl: 'https://shop.example/assets', backend: 'wasm', operators } as const;
    const vision = await startSellerVision(options, signal);
    visions.push(vision);
    return vision;
  };
  const terminated = (): readonly boolean[] => workers.started.map(({ isTerminated }) => isTerminated);
  return { ...workers, start, terminated };
}

async function keptBy(vision: SellerVision): Promise<KeptCapture> {
  const capture = await vision.finish();
  if (capture.kind !== 'kept') throw new TypeError('a template that is kept');
  return capture;
}

/** Whether a message has a list of numbers as long as a template, in whatever array or buffer. */
function hasNumbers(value: unknown): boolean {
  if (ArrayBuffer.isView(value)) return value.byteLength >= DIM;
  if (value instanceof ArrayBuffer) return value.byteLength >= DIM;
  if (typeof value !== 'object' || value === null) return false;
  const inner = Object.values(value);
  return inner.filter((each) => typeof each === 'number').length >= DIM || inner.some(hasNumbers);
}

describe('a template that a worker keeps', () => {
  it('goes there from the other worker: the page hears what was found, and no numbers', async () => {
    const { start, heard } = page();
    const capture = await keptBy(await start('kept'));
    expect(capture).toMatchObject({ evidence: EVIDENCE, dim: DIM });
    await capture.split(terms);
    expect(heard.length).toBeGreaterThan(3);
    expect(heard.filter(hasNumbers)).toEqual([]);
  });

  it('would be heard by that search: it is, where the page seals it', async () => {
    const { start, heard, started } = page();
    const capture = await (await start('whole')).finish();
    expect(capture).toMatchObject({ kind: 'whole', evidence: EVIDENCE, embedding: unitVector(DIM) });
    expect(heard.filter(hasNumbers)).toHaveLength(1);
    expect(started.map(({ isShareWorker }) => isShareWorker)).toEqual([false]);
    capture.wipe();
    expect(capture).toMatchObject({ embedding: new Float32Array(DIM) });
  });

  it('comes out as the parts of which two operators make it', async () => {
    const { header, parts } = await (await keptBy(await page().start('kept'))).split(terms);
    const openedBy = (party: 0 | 1) => {
      const model = { id: HEADER.modelId, dim: DIM };
      const seat = { party, keyring: keyrings[party] ?? new Map(), audience: AUDIENCE, model };
      return openShare({ header, part: parts[party] }, seat);
    };
    const [first, second] = await Promise.all([openedBy(0), openedBy(1)]);
    const template = reconstruct({ party: 0, shares: first }, { party: 1, shares: second });
    expect(template).toEqual(toFixedPoint(unitVector(DIM)));
  });

  it('is gone once it was split, wiped or reset', async () => {
    const vision = await page().start('kept');
    const gone = { code: 'runtime.model_failed', detail: 'no template' };
    const split = await keptBy(vision);
    await split.split(terms);
    await expect(split.split(terms)).rejects.toMatchObject(gone);
    const wiped = await keptBy(vision);
    wiped.wipe();
    await expect(wiped.split(terms)).rejects.toMatchObject(gone);
    const forgotten = await keptBy(vision);
    await vision.reset();
    await expect(forgotten.split(terms)).rejects.toMatchObject(gone);
  });

  it('is told as it is where there is none: the page hears the code of the analysis', async () => {
    const vision = await page({
      finish: async () => ({ kind: 'failed', code: 'embedding.low_quality' }),
    }).start('kept');
    await expect(vision.finish()).rejects.toMatchObject({ code: 'embedding.low_quality' });
  });

  it('is lost with its worker, which another one takes the place of', async () => {
    const { start, terminated } = page();
    const vision = await start('kept');
    const capture = await keptBy(vision);
    await vision.renew(new CandorError('runtime.gpu_lost'));
    expect(terminated()).toEqual([true, true, false, false]);
    await expect(capture.split(terms)).rejects.toMatchObject({ code: 'runtime.worker_failed' });
    capture.wipe();
    await (await keptBy(vision)).split(terms);
  });
});

describe('the two workers', () => {
  it.each([
    ['analysis worker', 0],
    ['share worker', 1],
  ])('end together when the %s dies, and nobody waits for them', async (_name, index) => {
    const { start, started, terminated } = page({ finish: () => new Promise(() => {}) });
    const vision = await start('kept');
    const waiting = vision.finish();
    started[index]?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await expect(waiting).rejects.toMatchObject({ code: 'runtime.worker_failed' });
    expect(terminated()).toEqual([true, true]);
  });

  it('end together when they are closed', async () => {
    const { start, terminated } = page();
    const vision = await start('kept');
    const capture = await keptBy(vision);
    vision.close();
    await expect(capture.split(terms)).rejects.toMatchObject({ code: 'runtime.worker_failed' });
    expect(terminated()).toEqual([true, true]);
  });

  it('end together when the seller leaves while the second one starts', async () => {
    const { start, started, terminated } = page({ shareVersion: null });
    const leaving = new AbortController();
    const refused = expect(start('kept', leaving.signal)).rejects.toThrow('left');
    await vi.waitFor(() => expect(started).toHaveLength(2));
    leaving.abort(new Error('left'));
    await refused;
    expect(terminated()).toEqual([true, true]);
  });

  it('are of one version, or none is left', async () => {
    const { start, terminated } = page({ shareVersion: 'candor/0.0.1' });
    await expect(start('kept')).rejects.toMatchObject({
      code: 'assets.integrity_failed',
      detail: `candor-share-worker.js: expected ${WIDGET}, found candor/0.0.1`,
    });
    // The share worker's file is fetched three times.
    expect(terminated()).toEqual([true, true, true, true]);
  });
});
