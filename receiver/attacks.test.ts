import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from '../src/core/bytes.js';
import type { Envelope, Header } from '../src/envelope/wire.js';
import { demoOptions } from './demo.js';
import { ReceiverOptionError } from './option-error.js';
import type { ReceiverOptions } from './options.js';
import { createReceiver } from './receiver.js';
import { verifications } from './store/schema.js';
import { verify } from './testing/cases.fixture.js';
import { type Harness, newFace, ORIGIN, sealFor, startHarness } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

/** Rows 31 to 39 of the list of attacks (docs/threat-model.md), as somebody with a script would try them on a receiver. What is not
 * here is in replay.test.ts, status-table.test.ts and, where the widget has a part in it, evaluation/attacks/key-list.test.ts. */

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ maxFailures: Number.POSITIVE_INFINITY });
});
afterAll(() => harness.close());

const stored = (): Promise<number> => harness.context.database.$count(verifications);

async function fresh(options: Parameters<typeof sealFor>[2] = {}) {
  const session = await harness.openSession();
  return { session, envelope: await sealFor(await harness.discover(), session, options) };
}

const under = (envelope: Envelope, header: Partial<Header>): Envelope => ({
  ...envelope,
  header: { ...envelope.header, ...header },
});

describe('attack 31, a stolen embedding posted without a browser', () => {
  it('is compared like any other: the seller whose it is, or was, is named to a person', async () => {
    const stolen = newFace();
    expect((await verify(harness, 'victim', { embedding: stolen })).status).toBe('no_duplicate');
    const { verificationId, status } = await verify(harness, 'thief', { embedding: stolen });
    expect(status).toBe('needs_review');
    const found = await harness.context.database.query.cases.findFirst({
      where: (row, { eq }) => eq(row.verificationId, verificationId),
    });
    expect(found).toMatchObject({ reason: 'hit' });
  });
});

describe('attack 32, an envelope replayed', () => {
  it('does not open under the id, the nonce and the challenge of a session that is open', async () => {
    const { envelope } = await fresh();
    expect((await harness.deliver(envelope)).status).toBe(201);
    const before = await stored();
    const { sessionId, nonce, challenge } = await harness.openSession();
    const swapped = under(envelope, { sessionId, nonce, challengeId: challenge.id });
    await expectProblem(await harness.deliver(swapped), 422, 'envelope.invalid');
    const nonceAlone = under(envelope, { nonce });
    await expectProblem(await harness.deliver(nonceAlone), 409, 'session.used');
    expect(await stored()).toBe(before);
  });
});

describe('attack 33, a header changed on the way', () => {
  const zeros = (length: number): string => toBase64Url(new Uint8Array(length));
  /** Another value for each field, of the right form where the form allows two, and what it is answered with. */
  const CHANGES = {
    v: [2, 400, 'request.malformed'],
    kid: [zeros(16), 422, 'envelope.invalid'],
    kem: ['x25519', 422, 'envelope.invalid'],
    kdf: ['hkdf-sha512', 400, 'request.malformed'],
    aead: ['aes-128-gcm', 400, 'request.malformed'],
    sessionId: ['b1946ac9-2492-4d23-8f0e-1c2d3e4f5a6b', 401, 'session.unknown'],
    nonce: [zeros(32), 422, 'envelope.invalid'],
    challengeId: ['another', 422, 'envelope.invalid'],
    noticeHash: [zeros(32), 422, 'envelope.invalid'],
    consentHash: [zeros(32), 422, 'envelope.invalid'],
    locale: ['de', 422, 'envelope.invalid'],
    modelId: ['another', 422, 'envelope.invalid'],
    modelSha256: ['0'.repeat(64), 422, 'envelope.invalid'],
    purposeIds: [['model-training'], 422, 'envelope.invalid'],
    widget: ['candor/9', 422, 'envelope.invalid'],
    origin: ['https://evil.example', 403, 'origin.refused'],
    createdAt: ['2025-11-22T10:00:20.001Z', 422, 'envelope.invalid'],
  } as const satisfies Record<keyof Header, readonly [unknown, number, string]>;

  it('is refused for each of its fields, stores nothing, and leaves the session to the genuine one', async () => {
    const { envelope } = await fresh();
    const before = await stored();
    for (const [field, [value, status, code]] of Object.entries(CHANGES)) {
      const sessionId = field === 'sessionId' ? String(value) : envelope.header.sessionId;
      const body = { ...envelope, header: { ...envelope.header, [field]: value } };
      const headers = {
        'Content-Type': 'application/vnd.candor.envelope+json',
        'Idempotency-Key': sessionId,
        Origin: ORIGIN,
      };
      const answer = await harness.send('POST', '/verifications', body, headers);
      await expectProblem(answer, status, code);
    }
    expect(await stored()).toBe(before);
    expect((await harness.deliver(envelope)).status).toBe(201);
  });
});

describe('attack 36, a model file of which one byte differs', () => {
  it('makes an embedding that is not compared: the envelope states the hash of what was loaded', async () => {
    const { threshold } = await harness.discover();
    const last = threshold.modelSha256.endsWith('0') ? '1' : '0';
    const modelSha256 = threshold.modelSha256.slice(0, -1) + last;
    const { envelope } = await fresh({ binding: { modelSha256 } });
    await expectProblem(await harness.deliver(envelope), 422, 'envelope.unbound');
  });
});

describe('attack 39, a receiver without a threshold', () => {
  const { threshold, ...others }: ReceiverOptions = {
    ...demoOptions(),
    allowedOrigins: [ORIGIN],
    dataDir: '',
  };

  it.each([
    ['none', undefined],
    ['one of 0', { ...threshold, value: 0 }],
    ['one that is no number', { ...threshold, value: Number.NaN }],
    ['one of another file of its model', { ...threshold, modelSha256: '0'.repeat(64) }],
  ])('with %s is never made, and leaves no key and no database', async (_, wrong) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'candor-no-threshold-'));
    try {
      const options = { ...others, dataDir, threshold: wrong };
      // As of a configuration file, which no compiler has seen.
      await expect(createReceiver(options as ReceiverOptions)).rejects.toThrow(ReceiverOptionError);
      expect(await readdir(dataDir)).toEqual([]);
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });
});
