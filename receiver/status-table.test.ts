import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from '../src/core/bytes.js';
import { SHIPPED_MODEL } from '../src/core/shipped-model.js';
import { EXAMPLE_CHECKS } from '../src/envelope/wire.fixture.js';
import type { Header, Payload } from '../src/envelope/wire.js';
import { ENVELOPE_CONTENT_TYPE, OutcomeSchema } from '../src/envelope/wire.js';
import {
  deliveryHeaders,
  type Harness,
  sealFor,
  sessionRequest,
  startHarness,
  unitVector,
} from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

/** Every row of the table in docs/protocol.md. */

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

async function fresh(options: Parameters<typeof sealFor>[2] = {}) {
  const session = await harness.openSession();
  return { session, envelope: await sealFor(await harness.discover(), session, options) };
}

describe('POST /verifications', () => {
  it.each(['x-wing', 'x25519'] as const)('accepts an envelope sealed with %s', async (kem) => {
    const { envelope } = await fresh({ kem });
    expect(envelope.header.kem).toBe(kem);
    const answer = await harness.deliver(envelope);
    expect(answer.status).toBe(201);
    const outcome = parse(OutcomeSchema, await answer.json());
    expect(['no_duplicate', 'needs_review'], 'of one template or of two').toContain(outcome.status);
    expect(Date.parse(outcome.deleteAfter) - Date.parse(outcome.decidedAt)).toBe(90 * 86_400_000);
  });

  it('gives the same answer to the same bytes', async () => {
    const { envelope } = await fresh();
    const first = await (await harness.deliver(envelope)).json();
    const again = await harness.deliver(envelope);
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(first);
  });

  it('refuses other bytes for a used session', async () => {
    const { session, envelope } = await fresh();
    await harness.deliver(envelope);
    const other = await sealFor(await harness.discover(), session);
    await expectProblem(await harness.deliver(other), 409, 'session.used');
    const respaced = await harness.send(
      'POST',
      '/verifications',
      JSON.stringify(envelope, null, 1),
      deliveryHeaders(envelope),
    );
    await expectProblem(respaced, 409, 'session.used');
  });

  it('does not know a session that it never opened', async () => {
    const { envelope } = await fresh({ binding: { sessionId: 'b1946ac9-2492-4d23-8f0e-1c2d3e4f5a6b' } });
    await expectProblem(await harness.deliver(envelope), 401, 'session.unknown');
  });

  it('refuses an origin that is not allowed, in the envelope or in the request', async () => {
    const { envelope } = await fresh({ binding: { origin: 'https://evil.example' } });
    await expectProblem(
      await harness.deliver(envelope, { Origin: 'https://evil.example' }),
      403,
      'origin.refused',
    );
    await expectProblem(await harness.deliver(envelope), 403, 'origin.refused');
    const honest = await fresh();
    await expectProblem(
      await harness.deliver(honest.envelope, { Origin: 'https://evil.example' }),
      403,
      'origin.refused',
    );
  });

  it('accepts an envelope from a client that states no origin, if the sealed one is allowed', async () => {
    const { envelope } = await fresh();
    const answer = await harness.receiver.app.request('/verifications', {
      method: 'POST',
      headers: deliveryHeaders(envelope),
      body: JSON.stringify(envelope),
    });
    expect(answer.status).toBe(201);
  });

  it('refuses a wrong or missing Idempotency-Key', async () => {
    const { envelope } = await fresh();
    await expectProblem(
      await harness.deliver(envelope, { 'Idempotency-Key': 'x' }),
      400,
      'request.malformed',
    );
    const missing = await harness.send('POST', '/verifications', envelope, {
      'Content-Type': ENVELOPE_CONTENT_TYPE,
    });
    await expectProblem(missing, 400, 'request.malformed');
  });

  it.each([
    ['not JSON', () => '{'],
    ['no UTF-8', () => new Uint8Array([0x22, 0xff, 0x22])],
    ['an unknown field', (body: object) => ({ ...body, extra: 1 })],
    [
      'an unknown header field',
      (body: { header: Header }) => ({ ...body, header: { ...body.header, device: 'x' } }),
    ],
    ['a missing field', ({ header, enc }: { header: Header; enc: string }) => ({ v: 1, header, enc })],
    ['an unknown v', (body: object) => ({ ...body, v: 2 })],
    ['an unknown header v', (body: { header: Header }) => ({ ...body, header: { ...body.header, v: 2 } })],
    [
      'a truncated ciphertext',
      (body: { ciphertext: string }) => ({ ...body, ciphertext: body.ciphertext.slice(4) }),
    ],
    ['padded base64', (body: { enc: string }) => ({ ...body, enc: `${body.enc}=` })],
    [
      'a NUL in a text',
      (body: { header: Header }) => ({ ...body, header: { ...body.header, widget: 'a\0b' } }),
    ],
    [
      'half a surrogate pair',
      (body: { header: Header }) => ({ ...body, header: { ...body.header, widget: '\ud800' } }),
    ],
    ['an array', () => []],
    ['null', () => 'null'],
  ])('calls %s malformed', async (_, spoil) => {
    const { envelope } = await fresh();
    const body = spoil(envelope);
    const answer = await harness.send('POST', '/verifications', body, deliveryHeaders(envelope));
    await expectProblem(answer, 400, 'request.malformed');
    expect((await harness.deliver(envelope)).status, 'nothing was lost').toBe(201);
  });

  it.each(['application/json', 'text/plain', ''])('refuses the content type "%s"', async (type) => {
    const { envelope } = await fresh();
    const answer = await harness.deliver(envelope, { 'Content-Type': type });
    await expectProblem(answer, 415, 'request.unsupported_type');
  });

  it('refuses a body over 64 KiB, and reads one of exactly 64 KiB', async () => {
    const headers = { 'Content-Type': ENVELOPE_CONTENT_TYPE };
    const over = await harness.send('POST', '/verifications', ' '.repeat(65_537), headers);
    await expectProblem(over, 413, 'request.too_large');
    const exact = await harness.send('POST', '/verifications', ' '.repeat(65_536), headers);
    await expectProblem(exact, 400, 'request.malformed');
  });

  it('cannot open an envelope whose header or ciphertext was changed', async () => {
    const { envelope } = await fresh();
    const elsewhere = { ...envelope, header: { ...envelope.header, widget: 'another' } };
    await expectProblem(await harness.deliver(elsewhere), 422, 'envelope.invalid');
    const flipped = `${envelope.ciphertext[0] === 'A' ? 'B' : 'A'}${envelope.ciphertext.slice(1)}`;
    await expectProblem(await harness.deliver({ ...envelope, ciphertext: flipped }), 422, 'envelope.invalid');
    await expectProblem(await harness.deliver({ ...envelope, enc: 'AAAA' }), 422, 'envelope.invalid');
    const unknownKey = { ...envelope, header: { ...envelope.header, kid: toBase64Url(new Uint8Array(16)) } };
    await expectProblem(await harness.deliver(unknownKey), 422, 'envelope.invalid');
  });

  const floats = (values: Float32Array): Payload['embedding'] => ({
    dtype: 'f32le',
    dim: values.length,
    data: toBase64Url(new Uint8Array(values.buffer.slice(0))),
  });
  it.each([
    ['NaN', floats(unitVector(1).fill(Number.NaN, 0, 1))],
    ['zero', floats(new Float32Array(SHIPPED_MODEL.dim))],
    ['not of unit length', floats(unitVector(1).map((component) => component * 1.4))],
    ['of another dimension', floats(unitVector(1, 64))],
    ['shorter than its dimension', { ...floats(unitVector(1, 64)), dim: SHIPPED_MODEL.dim }],
  ])('refuses an embedding that is %s, with the code of what does not open', async (_, embedding) => {
    const { envelope } = await fresh({ payload: { embedding } });
    await expectProblem(await harness.deliver(envelope), 422, 'envelope.invalid');
  });
});

describe('binding', () => {
  const zeros = (length: number): string => toBase64Url(new Uint8Array(length));
  it.each<[string, Partial<Header>]>([
    ['nonce', { nonce: zeros(32) }],
    ['challenge', { challengeId: 'another' }],
    ['notice', { noticeHash: zeros(32) }],
    ['consent', { consentHash: zeros(32) }],
    ['locale', { locale: 'de' }],
    ['model', { modelId: 'another' }],
    ['model hash', { modelSha256: '0'.repeat(64) }],
    ['purpose', { purposeIds: ['model-training'] }],
    ['purpose given twice', { purposeIds: ['duplicate-check', 'duplicate-check'] }],
  ])('refuses an envelope of another %s', async (_, binding) => {
    const { envelope } = await fresh({ binding });
    await expectProblem(await harness.deliver(envelope), 422, 'envelope.unbound');
  });

  it("refuses the challenge of another session under this one's nonce, and the nonce of another", async () => {
    const { nonce, challenge } = await harness.openSession();
    const swapped = [{ challengeId: challenge.id }, { nonce }, { challengeId: challenge.id, nonce }];
    for (const binding of swapped) {
      const { envelope } = await fresh({ binding });
      await expectProblem(await harness.deliver(envelope), 422, 'envelope.unbound');
    }
  });

  it('sends to a person what a seller recorded although the picture was not good enough', async () => {
    const checks = EXAMPLE_CHECKS.map((check) =>
      check.id === 'quality' ? ({ id: check.id, band: 'fail', reason: 'image.blurry' } as const) : check,
    );
    const liveness: Payload['liveness'] = { verdict: 'inconclusive', profile: 'standard', checks };
    const { envelope } = await fresh({ payload: { liveness } });
    const answer = await harness.deliver(envelope);
    expect([answer.status, parse(OutcomeSchema, await answer.json()).status]).toEqual([201, 'needs_review']);
    const live = await fresh({ payload: { liveness: { ...liveness, verdict: 'live' } } });
    await expectProblem(await harness.deliver(live.envelope), 422, 'envelope.invalid');
  });

  it('refuses another profile than the session was opened for', async () => {
    const checks = EXAMPLE_CHECKS.map((check) =>
      check.id === 'challenge' || check.id === 'parallax'
        ? ({ id: check.id, band: 'absent', reason: 'challenge.not_asked' } as const)
        : check,
    );
    const liveness: Payload['liveness'] = { verdict: 'inconclusive', profile: 'no-gestures', checks };
    const { envelope } = await fresh({ payload: { liveness } });
    await expectProblem(await harness.deliver(envelope), 422, 'envelope.unbound');
  });

  it.each<[string, Payload['liveness']]>([
    ['is live with nothing checked', { verdict: 'live', profile: 'standard', checks: [] }],
    [
      'is live with a failed check',
      {
        verdict: 'live',
        profile: 'standard',
        checks: EXAMPLE_CHECKS.map((check) =>
          check.id === 'parallax' ? { id: 'parallax', band: 'fail', reason: 'parallax.flat' } : check,
        ),
      },
    ],
  ])('refuses a verdict that %s as one that no widget gives', async (_, liveness) => {
    const { envelope } = await fresh({ payload: { liveness } });
    await expectProblem(await harness.deliver(envelope), 422, 'envelope.invalid');
  });

  it('refuses a consent to a notice of which one letter differs', async () => {
    const discovery = await harness.discover();
    const session = await harness.openSession();
    const { en } = discovery.notices;
    if (en === undefined) throw new Error('no English notice');
    const altered = {
      ...discovery,
      notices: { en: { ...en, sent: en.sent.replace(String(SHIPPED_MODEL.dim), '1') } },
    };
    const sealed = await sealFor(altered, session);
    await expectProblem(await harness.deliver(sealed), 422, 'envelope.unbound');
    // The notice's hash put right, the consent still is to other words.
    const { noticeHash } = await sessionRequest(discovery);
    const patched = await sealFor(altered, session, { binding: { noticeHash } });
    await expectProblem(await harness.deliver(patched), 422, 'envelope.unbound');
  });

  it('takes the subject of the session into the consent', async () => {
    const session = await harness.openSession({ subject: 'seller-7' });
    const nameless = await sealFor(await harness.discover(), session);
    await expectProblem(await harness.deliver(nameless), 422, 'envelope.unbound');
    const named = await sealFor(await harness.discover(), session, { subject: 'seller-7' });
    expect((await harness.deliver(named)).status).toBe(201);
  });

  it.each(['de', 'es'])('accepts a consent given in %s', async (locale) => {
    const session = await harness.openSession({ locale });
    const envelope = await sealFor(await harness.discover(), session, { locale });
    expect((await harness.deliver(envelope)).status).toBe(201);
  });

  it("does not hold a seller's wrong clock against them", async () => {
    const givenAt = '2025-11-22T15:00:00.000Z';
    const consent = { consentReceiptId: 'r-1', method: 'button', givenAt } as const;
    const { envelope } = await fresh({
      payload: { consent },
      binding: { createdAt: '2025-11-22T15:00:40.000Z' },
    });
    expect((await harness.deliver(envelope)).status).toBe(201);
  });
});
