import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { toFixedPoint } from '../../shares/fixed-point.js';
import { PARTIES, type Party } from '../../shares/party.js';
import { openShare } from '../../shares/sealed/open.js';
import { reconstruct } from '../../shares/sharing.js';
import { giveConsent } from '../consent/receipt.js';
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
import type { SealRequest } from './ports.js';
import { ALIKE } from './samples.fixture.js';
import { sealVerification } from './seal-verification.js';

/** With the real sealing for the receiver and the real splitting for operators. */

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
afterEach(() => vi.restoreAllMocks());

function requestOf(discovery: Discovery, embedding = unitVector(DIM)): SealRequest {
  const act = { ...FOUND.consent, purposeIds: ['duplicate-check'] };
  return {
    discovery,
    session: EXAMPLE_SESSION,
    notice: NOTICE,
    noticeHash: 'A'.repeat(43),
    receipt: giveConsent(NOTICE, 'en', act),
    verdict: FOUND.liveness,
    capture: { ...ALIKE, embedding, count: 9 },
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
    const request = { ...requestOf(split), notice };
    const refused = { code: 'discovery.malformed', detail: 'recipients' };
    await expect(sealVerification(request, PLACE)).rejects.toMatchObject(refused);
    expect(request.capture.embedding.every((component) => component === 0)).toBe(true);
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

describe('the embedding of a capture', () => {
  it.each<[string, () => Discovery]>([
    ['for a receiver', () => whole],
    ['for operators', () => split],
  ])('is wiped once it is sealed %s', async (_name, discovery) => {
    const request = requestOf(discovery());
    await sealVerification(request, PLACE);
    expect(request.capture.embedding.every((component) => component === 0)).toBe(true);
  });

  it.each<[string, () => Discovery]>([
    ['for a receiver', () => whole],
    ['for operators', () => split],
  ])('that is none is refused %s, and wiped', async (_name, discovery) => {
    const request = requestOf(discovery(), new Float32Array(DIM).fill(Number.NaN));
    await expect(sealVerification(request, PLACE)).rejects.toMatchObject({ code: 'runtime.model_failed' });
    expect(request.capture.embedding.every((component) => component === 0)).toBe(true);
  });

  it('is wiped, and so is what it was split into, where an operator’s key is none', async () => {
    const { operators } = split;
    if (operators === undefined) throw new TypeError('operators');
    const [first, second, third] = operators;
    const broken = {
      ...split,
      operators: [first, second, { ...third, publicKey: 'AAAA' }] as typeof operators,
    };
    const request = requestOf(broken);
    const drawn: Uint32Array[] = [];
    const draw = crypto.getRandomValues.bind(crypto);
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      if (array instanceof Uint32Array) drawn.push(array);
      return draw(array);
    });
    await expect(sealVerification(request, PLACE)).rejects.toMatchObject({ code: 'crypto.bad_public_key' });
    expect(request.capture.embedding.every((component) => component === 0)).toBe(true);
    expect(drawn.length).toBeGreaterThan(0);
    for (const component of drawn) expect(component.every((word) => word === 0)).toBe(true);
  });
});
