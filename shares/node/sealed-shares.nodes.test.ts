import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIENCE } from '../../src/envelope/wire.fixture.js';
import type { Header } from '../../src/envelope/wire.js';
import { toFixedPoint } from '../fixed-point.js';
import { PARTIES, type Party } from '../party.js';
import { HEADER } from '../sealed/header.fixture.js';
import { type SealedShares, sealShares } from '../sealed/seal.js';
import { directions, near } from '../vectors.fixture.js';
import { newId } from './ids.js';
import { enrolment, MODEL, probeOf, Trio } from './three-nodes.fixture.js';
import { untilAnswered } from './until-answered.fixture.js';

/** Three nodes that take what a seller's device has sealed, and nothing else. */

const OF_MODEL: Header = { ...HEADER, modelId: MODEL.id };

let trio: Trio;
beforeAll(async () => {
  trio = await Trio.make({ timeoutMs: 10_000, audience: AUDIENCE });
  await trio.startAll();
});
afterAll(() => trio.remove());

const draw = directions(61, MODEL.dim);
const person = draw();

/** As a seller's device does it: the market gets no more than this. */
function sealed(embedding: Float32Array, changes: Partial<Header> = {}): Promise<SealedShares> {
  return sealShares({
    embedding,
    header: { ...OF_MODEL, ...changes },
    operators: [trio.sealingKeyOf(0), trio.sealingKeyOf(1), trio.sealingKeyOf(2)],
    audience: AUDIENCE,
  });
}

function compareAt(party: Party, request: string, { header, parts }: SealedShares, part: Party = party) {
  return trio.ask(party, {
    kind: 'compare',
    request,
    shares: { sealed: { header, part: parts[part] } },
  });
}

describe('three operators with sealed shares', () => {
  it('find who was stored, and nobody else', async () => {
    const market = trio.client('market');
    const id = newId();
    const first = await sealed(person);
    await untilAnswered(() => market.enrol([{ id, shares: first }]));
    const again = await market.compare(await sealed(near(person, draw(), 0.9)));
    expect(again.kind).toBe('review');
    expect(await trio.client('queue').collect(again.request)).toEqual([id]);
    expect((await market.compare(await sealed(near(person, draw(), 0)))).kind).toBe('none');
  });

  it('refuse shares that whoever asks has seen', async () => {
    const refused = { code: 'shares.bad_input' };
    await expect(trio.client('market').compare(probeOf(person))).rejects.toMatchObject(refused);
    await expect(trio.client('market').enrol([enrolment(toFixedPoint(person))])).rejects.toMatchObject(
      refused,
    );
  });

  it.each(PARTIES)('refuse a part that is another operator’s: operator %i', async (party) => {
    const shares = await sealed(person);
    const other: Party = party === 0 ? 1 : 0;
    await expect(compareAt(party, newId(), shares, other)).rejects.toMatchObject({
      code: 'shares.not_opened',
    });
  });

  it.each(PARTIES)('let nobody wait where a part does not open: operator %i’s', async (party) => {
    const market = trio.client('market');
    const { header, parts } = await sealed(person);
    const [one, other, third] = (await sealed(person)).parts;
    const mixed: SealedShares['parts'] = [
      party === 0 ? one : parts[0],
      party === 1 ? other : parts[1],
      party === 2 ? third : parts[2],
    ];
    await expect(market.compare({ header, parts: mixed })).rejects.toMatchObject({
      code: 'shares.not_opened',
      party,
    });
    const startedMs = performance.now();
    await untilAnswered(async () => market.compare(await sealed(person)));
    // The others would wait for ten seconds for what this operator is never asked.
    expect(performance.now() - startedMs).toBeLessThan(8_000);
  });

  it('refuse what was sealed for another model', async () => {
    const shares = await sealed(person, { modelId: 'another' });
    await expect(trio.client('market').compare(shares)).rejects.toMatchObject({ code: 'shares.not_opened' });
  });

  it('refuse parts of two sealings of the same face: one header must be asked of all three', async () => {
    const [one, other] = [await sealed(person), await sealed(person)];
    const request = newId();
    const asked = PARTIES.map((party) => compareAt(party, request, party === 2 ? other : one));
    for (const answer of await Promise.allSettled(asked))
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'shares.bad_input' } });
  });
});

describe('an operator’s keys', () => {
  it('are its owner’s alone, and stay; an older one opens as long as it stands in the file', async () => {
    const shares = await sealed(person);
    const file = join(trio.folder, 'sealing-1', 'keys.json');
    expect((await stat(file)).mode & 0o077).toBe(0);
    const [old] = JSON.parse(await readFile(file, 'utf8'));
    const [newer] = JSON.parse(await readFile(join(trio.folder, 'sealing-2', 'keys.json'), 'utf8'));
    await trio.stop(1);
    await writeFile(file, JSON.stringify([newer, old]), { mode: 0o600 });
    await trio.start(1);
    expect(trio.sealingKeyOf(1).kid).toBe(newer.kid);
    await expect(untilAnswered(() => trio.client('market').compare(shares))).resolves.toBeTruthy();
  });

  it('that are damaged stop the start, without a word of what is in the file', async () => {
    const file = join(trio.folder, 'sealing-0', 'keys.json');
    const whole = await readFile(file, 'utf8');
    await trio.stop(0);
    await writeFile(file, whole.slice(0, -20), { mode: 0o600 });
    const failed: unknown = await trio.start(0).catch((thrown: unknown) => thrown);
    expect(failed).toMatchObject({ code: 'shares.damaged' });
    expect(failed).not.toHaveProperty('cause');
    expect(String(failed)).not.toContain(whole.slice(10, 40));
    await writeFile(file, whole, { mode: 0o600 });
    await trio.start(0);
  });
});
