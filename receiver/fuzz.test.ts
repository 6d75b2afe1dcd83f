import fc from 'fast-check';
import { safeParse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../src/core/bytes.js';
import { isText } from '../src/core/text.js';
import { encodeEmbedding } from '../src/envelope/embedding.js';
import { EXAMPLE_CHECKS } from '../src/envelope/wire.fixture.js';
import { type Envelope, type Payload, PROBLEM_CONTENT_TYPE, ProblemSchema } from '../src/envelope/wire.js';
import { templates, verifications } from './store/schema.js';
import {
  deliveryHeaders,
  type Harness,
  sealFor,
  sessionRequest,
  startHarness,
  unitVector,
} from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';
import { sealAnything } from './testing/sealed-text.fixture.js';

/** Never a 5xx, one error shape, nothing stored, nothing lost (requirement E-19). A fifth of the bodies in every test run; all, more than
 * ten thousand, in `npm run test:fuzz`. */

const times = (all: number): number => (process.env.CANDOR_FUZZ_RUNS === undefined ? all / 5 : all);

let harness: Harness;
let envelope: Envelope;
let envelopeBytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  harness = await startHarness({ maxAttempts: 1_000_000 });
  envelope = await sealFor(await harness.discover(), await harness.openSession());
  envelopeBytes = utf8(JSON.stringify(envelope));
});
afterAll(async () => {
  const { database } = harness.context;
  const stored = [verifications, templates].map((table) => database.$count(table));
  expect(await Promise.all(stored), 'nothing stored').toEqual([0, 0]);
  expect((await harness.deliver(envelope)).status, 'nothing lost').toBe(201);
  expect(harness.logged.filter(({ event }) => event === 'failed')).toEqual([]);
  await harness.close();
});

async function expectProblemShape(answer: Response): Promise<void> {
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.headers.get('Content-Type')).toBe(PROBLEM_CONTENT_TYPE);
  expect(safeParse(ProblemSchema, await answer.json()).success).toBe(true);
}

const PAYLOAD: Payload = {
  embedding: encodeEmbedding(unitVector(1)),
  liveness: { verdict: 'live', profile: 'standard', checks: [...EXAMPLE_CHECKS] },
  capture: { durationMs: 5_000, frames: 75, fps: 15 },
  consent: { consentReceiptId: 'r-1', method: 'button', givenAt: '2025-11-22T09:59:30.000Z' },
};

const text = fc.string({ unit: 'binary', maxLength: 40 });
const trap = fc.constantFrom(
  '\0',
  '\ud800',
  '\udfff x',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '1e400',
  '🙂',
);
const key = fc.oneof(
  text,
  fc.constantFrom('__proto__', 'constructor', 'header', 'v', 'enc', 'locale', 'subject'),
);
/** Any JSON, with what databases and parsers stumble over. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, -0, 1e308, -1e-308, 2 ** 53),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    text,
    trap,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value;

const postEnvelope = (body: unknown): Promise<Response> =>
  harness.send('POST', '/verifications', body, deliveryHeaders(envelope));

describe('fuzz: POST /verifications', () => {
  it('any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (body) => expectProblemShape(await postEnvelope(JSON.stringify(body)))),
      { numRuns: times(2_000) },
    );
  });

  it('any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) =>
        expectProblemShape(await postEnvelope(new Uint8Array(bytes))),
      ),
      { numRuns: times(1_500) },
    );
  });

  it('a good envelope with one field replaced', async () => {
    const field = fc.constantFrom(...Object.keys(envelope.header), 'v', 'enc', 'ciphertext', 'header');
    const lookalike = fc.oneof(
      json,
      fc.constantFrom(...Object.values(envelope.header), envelope.enc, 'AAAA'),
    );
    await fc.assert(
      fc.asyncProperty(field, lookalike, async (name, value) => {
        const isOuter = name in envelope && name !== 'header';
        const outer = isOuter || name === 'header' ? { ...envelope, [name]: value } : envelope;
        const changed =
          isOuter || name === 'header'
            ? outer
            : { ...envelope, header: { ...envelope.header, [name]: value } };
        fc.pre(JSON.stringify(changed) !== JSON.stringify(envelope));
        await expectProblemShape(await postEnvelope(changed));
      }),
      { numRuns: times(2_000) },
    );
  });

  it('a good envelope with bytes overwritten, removed or cut off', async () => {
    const at = fc.nat({ max: envelopeBytes.length - 1 });
    const change = fc.record({
      at,
      kind: fc.constantFrom('overwrite', 'remove', 'cut'),
      byte: fc.nat({ max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at: index, kind, byte }) => {
        fc.pre(kind !== 'overwrite' || envelopeBytes[index] !== byte);
        const rest = kind === 'cut' ? [] : envelopeBytes.subarray(index + 1);
        const middle = kind === 'overwrite' ? [byte] : [];
        await expectProblemShape(
          await postEnvelope(new Uint8Array([...envelopeBytes.subarray(0, index), ...middle, ...rest])),
        );
      }),
      { numRuns: times(1_500) },
    );
  });

  it('properly sealed nonsense', async () => {
    const discovery = await harness.discover();
    const session = await harness.openSession();
    const part = fc.constantFrom<keyof Payload>('embedding', 'liveness', 'capture', 'consent');
    const good = await sealFor(discovery, session, { kem: 'x25519' });
    await fc.assert(
      fc.asyncProperty(part, json, async (name, value) => {
        // No widget can say this; whoever has the public key can.
        const sealed = await sealAnything(discovery, good, { ...PAYLOAD, [name]: value });
        fc.pre(sealed !== null);
        if (sealed !== null) await expectProblemShape(await harness.deliver(sealed));
      }),
      { numRuns: times(500) },
    );
  });

  it('a payload that agrees with its session but for a text that is none', async () => {
    const discovery = await harness.discover();
    const session = await harness.openSession();
    const field = fc.constantFrom('consentReceiptId', 'method', 'givenAt');
    const hostile = fc
      .tuple(text, fc.constantFrom('\0', '\ud800', '\udfff'), text)
      .map((parts) => parts.join(''))
      .filter((joined) => !isText(joined));
    await fc.assert(
      fc.asyncProperty(field, hostile, async (name, value) => {
        const consent = { ...PAYLOAD.consent, [name]: value };
        const kem = 'x25519';
        // With the hash that belongs to it, where there is one: nothing before the database refuses it for that.
        const options = { kem, payload: { consent } } as const;
        const good = await sealFor(discovery, session, options).catch(() =>
          sealFor(discovery, session, { kem }),
        );
        const sealed = await sealAnything(discovery, good, { ...PAYLOAD, consent });
        if (sealed === null) throw new Error('it fits');
        await expectProblem(await harness.deliver(sealed), 422, 'envelope.invalid');
      }),
      { numRuns: times(500) },
    );
  });
});

describe('fuzz: the other addresses', () => {
  it('POST /sessions', async () => {
    const good = await sessionRequest(await harness.discover());
    const field = fc.constantFrom(...Object.keys(good), 'subject', 'extra');
    await fc.assert(
      fc.asyncProperty(field, json, async (name, value) => {
        const answer = await harness.send('POST', '/sessions', { ...good, [name]: value });
        if (answer.status !== 201) await expectProblemShape(answer);
        else expect(['subject', 'light', 'profile']).toContain(name);
      }),
      { numRuns: times(1_500) },
    );
  });

  it('POST /opt-outs', async () => {
    const field = fc.constantFrom('alternative', 'locale', 'subject', 'reason', 'embedding');
    await fc.assert(
      fc.asyncProperty(field, json, async (name, value) => {
        const good = { alternative: 'id-document', locale: 'en' };
        const answer = await harness.send('POST', '/opt-outs', { ...good, [name]: value });
        if (answer.status !== 201) await expectProblemShape(answer);
        else expect(['subject', 'reason', 'locale']).toContain(name);
      }),
      { numRuns: times(1_000) },
    );
  });

  it('records by any id and any token', async () => {
    const segment = text.map(encodeURIComponent);
    const token = fc
      .string({ maxLength: 60 })
      .map((value) => `Bearer ${value.replaceAll(/[^\x20-\x7e]/g, '')}`);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'DELETE'),
        segment,
        token,
        async (method, id, Authorization) => {
          const answer = await harness.send(method, `/verifications/x${id}`, undefined, { Authorization });
          await expectProblemShape(answer);
        },
      ),
      { numRuns: times(500) },
    );
  });
});
