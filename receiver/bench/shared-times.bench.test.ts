import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ShareClient } from '../../shares/node/client.js';
import { newId } from '../../shares/node/ids.js';
import { sealShares } from '../../shares/sealed/seal.js';
import { type Harness, newFace, startHarness } from '../testing/harness.fixture.js';
import { Operators } from '../testing/operators.fixture.js';
import { outcomeOf, sealedBy } from '../testing/shared-sellers.fixture.js';
import { rankSum } from './rank-sum.js';
import { median } from './times.js';

/** `npm run bench:operators`: whether the time of an answer tells `none` from `review`, with three real nodes in this process.
 * CANDOR_BENCH_TEMPLATES is how many are stored before, CANDOR_BENCH_DECISIONS how many of each kind are timed. */

const STORED = Number(process.env.CANDOR_BENCH_TEMPLATES ?? 500);
const PAIRS = Number(process.env.CANDOR_BENCH_DECISIONS ?? 60);
const AT_ONCE = 20;
const HOUR_MS = 3_600_000;
/** What is slow is to be seen, and not to fail. */
const TIMEOUT_MS = 240_000;

let operators: Operators;
let harness: Harness;
beforeAll(async () => {
  operators = await Operators.start({ also: ['enrol'], timeoutMs: 60_000 });
  harness = await startHarness(operators.receiverOptions({ timeoutMs: TIMEOUT_MS }));
  await fill();
}, HOUR_MS);
afterAll(async () => {
  await harness?.close();
  await operators?.close();
});

/** Strangers of whom the receiver's database knows nothing: to the three they are rows like all. */
async function fill(): Promise<void> {
  const { certificateFile, keyFile, operators: three } = operators.option();
  const [certificate, key] = [await readFile(certificateFile, 'utf8'), await readFile(keyFile, 'utf8')];
  const client = new ShareClient({ identity: { certificate, key }, operators: three, timeoutMs: TIMEOUT_MS });
  const { envelope } = await sealedBy(harness, 'header');
  const { audience, operators: named } = await harness.discover();
  if (named === undefined) throw new TypeError('operators');
  for (let stored = 0; stored < STORED; stored += AT_ONCE) {
    const { sharing: _, ...header } = envelope.header;
    const rows = Array.from({ length: AT_ONCE }, async () => ({
      id: newId(),
      shares: await sealShares({ embedding: newFace(), header, operators: named, audience }),
    }));
    await client.enrol(await Promise.all(rows));
  }
}

/** @returns the time until the answer was there, ms. */
async function timed(name: string, embedding: Float32Array<ArrayBuffer>, expected: string): Promise<number> {
  const { envelope } = await sealedBy(harness, name, { embedding });
  const startedMs = performance.now();
  const answer = await harness.deliver(envelope);
  const spentMs = performance.now() - startedMs;
  expect((await outcomeOf(answer)).status).toBe(expected);
  return spentMs;
}

it(
  'how long none and review take, in turns',
  async () => {
    const noneMs: number[] = [];
    const reviewMs: number[] = [];
    let known = newFace();
    await timed('first', known, 'no_duplicate');
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const face = newFace();
      const none = async () => void noneMs.push(await timed(`n${pair}`, face, 'no_duplicate'));
      const review = async () => void reviewMs.push(await timed(`r${pair}`, known, 'needs_review'));
      for (const turn of pair % 2 === 0 ? [none, review] : [review, none]) await turn();
      known = face;
    }
    const { above, p } = rankSum(noneMs, reviewMs);
    const medians = [noneMs, reviewMs].map((ms) => `${median(ms).toFixed(1)} ms`);
    process.stdout.write(
      `${PAIRS} of each, ${STORED} rows before: none ${medians[0]}, review ${medians[1]} (medians); a review takes longer in ${(100 * above).toFixed(0)} % of pairs (Mann–Whitney, p = ${p.toPrecision(2)})\n`,
    );
  },
  HOUR_MS,
);
