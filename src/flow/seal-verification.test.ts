import { beforeAll, describe, expect, it } from 'vitest';
import { toFixedPoint } from '../../shares/fixed-point.js';
import { PARTIES, type Party } from '../../shares/party.js';
import { openShare } from '../../shares/sealed/open.js';
import { sealShares } from '../../shares/sealed/seal.js';
import { reconstruct } from '../../shares/sharing.js';
import { giveConsent } from '../consent/receipt.js';
import { wipe } from '../core/bytes.js';
import { CandorError } from '../core/errors.js';
import { check } from '../envelope/check.js';
import { type Keyring, open, openShared } from '../envelope/open.js';
import { bodyBytes } from '../envelope/seal.js';
import { type SharedEnvelope, SharedEnvelopeSchema } from '../envelope/three-share.js';
import {
  EXAMPLE_NOTICE,
  EXAMPLE_SESSION,
  exampleDiscovery,
  exampleOperators,
  examplePayload,
  exampleReceiver,
  unitVector,
} from '../envelope/wire.fixture.js';
import { type Discovery, EnvelopeSchema, PLAINTEXT_BYTES } from '../envelope/wire.js';
import type { FinishedCapture } from '../vision/seller-vision.js';
import type { SealRequest } from './ports.js';
import { ALIKE } from './samples.fixture.js';
import { sealVerification } from './seal-verification.js';

/** With the real sealing for the receiver; a template is split by what the share worker splits it with. */

const DIM = 128;
const NOTICE = { ...EXAMPLE_NOTICE, recipients: 'Audit, Market and Trustee, each of whom keeps a part.' };
const MODEL = { modelId: 'dlib-resnet-v1', modelSha256: '4'.repeat(64) };
const PLACE = {
  model: MODEL,
  origin: 'https://market.example',
  now: new Date('2026-03-01T10:01:00.000Z'),
  isStated: true,
};
const { embedding: _, ...FOUND } = examplePayload();

let whole: Discovery;
let split: Discovery;
let keyring: Keyring;
let operatorsKeys: readonly Keyring[];
beforeAll(async () => {
  const receiver = await exampleReceiver('x-wing');
  const { operators, keyrings } = await exampleOperators();
  keyring = receiver.keyring;
  operatorsKeys = keyrings;
  whole = exampleDiscovery([receiver.key]);
  split = { ...whole, operators };
});

type Kind = FinishedCapture['kind'];

function captureOf(kind: Kind, embedding: Float32Array<ArrayBuffer>): FinishedCapture {
  const finished = { evidence: { ...ALIKE, count: 9 }, wipe: () => wipe(embedding) };
  if (kind === 'whole') return { ...finished, kind, embedding };
  return { ...finished, kind, dim: DIM, split: (terms) => sealShares({ ...terms, embedding }) };
}

const kindFor = ({ operators }: Discovery): Kind => (operators === undefined ? 'whole' : 'kept');

function requestOf(
  discovery: Discovery,
  embedding = unitVector(DIM),
  kind = kindFor(discovery),
): SealRequest {
  const act = { ...FOUND.consent, purposeIds: ['duplicate-check'] };
  return {
    discovery,
    session: EXAMPLE_SESSION,
    notice: NOTICE,
    noticeHash: 'A'.repeat(43),
    receipt: giveConsent(NOTICE, 'en', act),
    verdict: FOUND.liveness,
    capture: captureOf(kind, embedding),
    durationMs: FOUND.capture.durationMs,
    frames: FOUND.capture.frames,
    subject: undefined,
  };
}

async function sealedForThree(): Promise<SharedEnvelope> {
  const { envelope } = await sealVerification(requestOf(split), PLACE);
  const checked = check(SharedEnvelopeSchema, JSON.parse(JSON.stringify(envelope)));
  if (!checked.ok) throw new Error(checked.field);
  return checked.value;
}

function openedBy(party: Party, { header, parts }: SharedEnvelope) {
  const seat = {
    party,
    keyring: operatorsKeys[party] ?? new Map(),
    audience: split.audience,
    model: { id: MODEL.modelId, dim: DIM },
  };
  return openShare({ header, part: parts[party] }, seat);
}

describe('a capture, where discovery names no operators', () => {
  it('is sealed for the receiver as ever, with nothing of three parts', async () => {
    const { envelope, preview } = await sealVerification(requestOf(whole), PLACE);
    expect(check(EnvelopeSchema, JSON.parse(JSON.stringify(envelope)))).toMatchObject({ ok: true });
    expect(await open(envelope, keyring, whole.audience, DIM)).toEqual(examplePayload());
    expect(preview.operators).toEqual([]);
    const total = preview.fields.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    expect(total).toBe(PLAINTEXT_BYTES);
  });
});

describe('a capture, where discovery names operators', () => {
  it('is split among them: two make the template of it, and the receiver has the rest', async () => {
    const envelope = await sealedForThree();
    expect(await openShared(envelope, keyring, split.audience)).toEqual(FOUND);
    const [first, second, third] = await Promise.all(PARTIES.map((party) => openedBy(party, envelope)));
    if (!first || !second || !third) throw new TypeError('three');
    const template = toFixedPoint(unitVector(DIM));
    expect(reconstruct({ party: 0, shares: first }, { party: 1, shares: second })).toEqual(template);
    expect(reconstruct({ party: 1, shares: second }, { party: 2, shares: third })).toEqual(template);
  });

  it('is bound to the same session, consent and model as for a receiver', async () => {
    const { envelope } = await sealVerification(requestOf(whole), PLACE);
    const { sharing, ...header } = (await sealedForThree()).header;
    expect(header).toEqual(envelope.header);
    expect(sharing.kids).toEqual(split.operators?.map(({ kid }) => kid));
  });

  it('is sealed to nobody whom the notice leaves out', async () => {
    const notice = { ...NOTICE, recipients: 'Audit and Market, each of whom keeps a part.' };
    const embedding = unitVector(DIM);
    const request = { ...requestOf(split, embedding), notice };
    const refused = { code: 'discovery.malformed', detail: 'recipients' };
    await expect(sealVerification(request, PLACE)).rejects.toMatchObject(refused);
    expectWiped(embedding);
  });

  it('names them in the preview, whose sizes are those of the four plaintexts', async () => {
    const { envelope, preview } = await sealVerification(requestOf(split), PLACE);
    expect(preview).toMatchObject({
      operators: ['Audit', 'Market', 'Trustee'],
      bodyBytes: bodyBytes(envelope),
    });
    const sizes = new Map(preview.fields.map(({ name, sizeBytes }) => [name, sizeBytes]));
    expect([...sizes.keys()]).toEqual(['embedding', 'liveness', 'capture', 'consent', 'padding']);
    // Two salts of 32 bytes and two components of 128 words, for each of the three.
    expect(sizes.get('embedding')).toBe(3 * (2 * 32 + 2 * 128 * 4));
    const total = preview.fields.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    expect(total).toBe(PLAINTEXT_BYTES + 3 * 4_160);
  });
});

function expectWiped(embedding: Float32Array): void {
  expect(embedding.every((component) => component === 0)).toBe(true);
}

describe('the template of a capture', () => {
  it.each<[string, () => Discovery]>([
    ['for a receiver', () => whole],
    ['for operators', () => split],
  ])('is wiped once it is sealed %s', async (_name, discovery) => {
    const embedding = unitVector(DIM);
    await sealVerification(requestOf(discovery(), embedding), PLACE);
    expectWiped(embedding);
  });

  it('that is none is refused for a receiver, and wiped', async () => {
    const embedding = new Float32Array(DIM).fill(Number.NaN);
    const refused = sealVerification(requestOf(whole, embedding), PLACE);
    await expect(refused).rejects.toMatchObject({ code: 'runtime.model_failed' });
    expectWiped(embedding);
  });

  it('is wiped where the worker that keeps it does not split it', async () => {
    const embedding = unitVector(DIM);
    const request = requestOf(split, embedding);
    const died = new CandorError('runtime.worker_failed');
    const capture = { ...request.capture, split: () => Promise.reject(died) } as FinishedCapture;
    await expect(sealVerification({ ...request, capture }, PLACE)).rejects.toBe(died);
    expectWiped(embedding);
  });

  it.each<[string, () => Discovery, Kind]>([
    ['a receiver that names operators', () => split, 'whole'],
    ['operators that nobody names', () => whole, 'kept'],
  ])('is sealed to nobody, and wiped, where it was made for %s', async (_name, discovery, kind) => {
    const embedding = unitVector(DIM);
    const refused = sealVerification(requestOf(discovery(), embedding, kind), PLACE);
    await expect(refused).rejects.toMatchObject({ code: 'internal' });
    expectWiped(embedding);
  });
});
