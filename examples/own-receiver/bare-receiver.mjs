// bare-receiver.mjs
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { XWing } from '@hpke/hybridkem-x-wing';
import Ajv from 'ajv/dist/2020.js';
import canonicalize from 'canonicalize';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const { origin, next, ...words } = read('words.json');
const ajv = new Ajv({ strict: false, validateFormats: false });
const FORMS = ['session-request', 'envelope', 'payload', 'opt-out-request'];
const [isAsked, isEnvelope, isPayload, isOptOut] = FORMS.map((name) =>
  ajv.compile(read(`schema/${name}.schema.json`)),
);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const at = (aheadMs = 0) => new Date(Date.now() + aheadMs).toISOString();
const secret = () => randomBytes(32).toString('base64url');
const bytesOf = (text) => Buffer.from(text, 'base64url');

const suite = new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const pair = await suite.kem.generateKeyPair(); // yours: kept, replaced every month
const publicKey = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey));
const key = { kid: sha256(publicKey).subarray(0, 16).toString('base64url'), kem: 'x-wing' };
const [sessions, outcomes] = [new Map(), new Map()]; // yours: a database

class Refusal extends Error {}
const must = (holds, code) => {
  if (!holds) throw new Refusal(code);
};

const ROUTES = {
  'GET .well-known': () => {
    const lasts = { notBefore: at(-60_000), notAfter: at(86_400_000) };
    const keys = [{ ...key, publicKey: publicKey.toString('base64url'), ...lasts }];
    return [200, { ...words, seq: 1, now: at(), keys }];
  },
  'POST sessions': ({ json }) => {
    must(isAsked(json) && words.profiles.includes(json.profile), '400 request.malformed');
    const notice = canonicalize(words.notices[json.locale] ?? null);
    must(sha256(notice).toString('base64url') === json.noticeHash, '422 envelope.unbound');
    const turns = randomInt(2) === 0 ? ['turn-left', 'turn-right'] : ['turn-right', 'turn-left'];
    const steps = turns.map((action, nth) => ({ action, cueAtMs: 1_000 + 1_900 * nth + randomInt(401) }));
    const challenge = { id: secret(), steps: steps.slice(0, json.moreTime ? 1 : 2) };
    const ends = { captureBy: at(180_000), submitBy: at(900_000), attemptsLeft: 4 }; // yours: counted
    const session = { sessionId: randomUUID(), nonce: secret(), challenge, ...ends };
    sessions.set(session.sessionId, { ...json, ...session });
    return [201, session];
  },
  'POST verifications': async ({ json, body, headers }) => {
    must(isEnvelope(json) && headers['idempotency-key'] === json.header.sessionId, '400 request.malformed');
    must(json.header.origin === origin, '403 origin.refused');
    const session = sessions.get(json.header.sessionId);
    must(session, '401 session.unknown');
    must(session.taken || at() <= session.submitBy, '410 session.expired');
    // The first one wins; the same bytes again get the same answer; one that is refused leaves the session open.
    session.taken ??= { body, outcome: accept(json, session) };
    must(session.taken.body.equals(body), '409 session.used');
    return [201, await session.taken.outcome];
  },
  'DELETE verifications': ({ id, headers }) => {
    const outcome = outcomes.get(id);
    must(outcome, '404 not_found');
    must(sha256(headers.authorization ?? '').equals(outcome.owner), '401 session.unknown');
    outcome.deletedAt ??= at();
    return [200, { verificationId: id, state: 'withdrawn', deletedAt: outcome.deletedAt }];
  },
  'POST opt-outs': ({ json }) => {
    must(isOptOut(json) && next[json.alternative], '400 request.malformed');
    return [201, { caseId: randomUUID(), alternative: json.alternative, next: next[json.alternative] }];
  },
};

async function accept(envelope, session) {
  try {
    const { embedding, liveness } = await open(envelope);
    const { nonce, challenge, noticeHash, locale, profile } = session;
    const { modelId, modelSha256 } = words.threshold;
    const wanted = { nonce, challengeId: challenge.id, noticeHash, locale, modelId, modelSha256 };
    const agrees = Object.entries(wanted).every(([field, value]) => envelope.header[field] === value);
    const purposes = words.notices[locale].purposes.map(({ id }) => id);
    const isKnown = envelope.header.purposeIds.every((id) => purposes.includes(id));
    must(agrees && isKnown && liveness.profile === profile, '422 envelope.unbound');
    // Yours: compare the embedding with those that you keep. Here none is kept: a person looks at everybody.
    embedding.fill(0);
    const outcome = { verificationId: randomUUID(), status: 'needs_review', decidedAt: at() };
    const removalToken = secret();
    outcomes.set(outcome.verificationId, { owner: sha256(`Bearer ${removalToken}`) });
    return { ...outcome, deleteAfter: at(90 * 86_400_000), removalToken };
  } catch (thrown) {
    session.taken = undefined;
    throw thrown;
  }
}

async function open({ header, enc, ciphertext }) {
  try {
    const info = Buffer.from(`candor/1\n${words.audience}\n${header.kid}`);
    const sender = { recipientKey: pair.privateKey, enc: bytesOf(enc), info };
    const plain = await suite.open(sender, bytesOf(ciphertext), Buffer.from(canonicalize(header)));
    const payload = JSON.parse(Buffer.from(plain).toString());
    const data = new Uint8Array(bytesOf(payload.embedding.data));
    const embedding = new Float32Array(data.buffer);
    must(header.kid === key.kid && plain.byteLength === 4_096 && isPayload(payload));
    must(embedding.length === payload.embedding.dim && Math.abs(Math.hypot(...embedding) - 1) < 1e-3);
    return { ...payload, embedding };
  } catch {
    throw new Refusal('422 envelope.invalid'); // One answer to whatever is wrong with it.
  }
}

async function answer(request) {
  const { method, url, headers } = request;
  const [, place, id] = url.split('/');
  const route = ROUTES[`${method} ${place}`];
  must(route, '404 not_found');
  if (method !== 'POST') return route({ id, headers });
  must(Number(headers['content-length']) <= 65_536, '413 request.too_large');
  const body = await buffer(request);
  return route({ id, headers, body, json: JSON.parse(body.toString()) });
}

function reasonOf(thrown) {
  if (thrown instanceof SyntaxError) return ['400', 'request.malformed'];
  return thrown instanceof Refusal ? thrown.message.split(' ') : ['500', 'internal'];
}

const CORS = {
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Allow-Methods': 'GET, POST, DELETE',
  'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key, Authorization',
  'Access-Control-Expose-Headers': 'Date, Age',
};

export const server = createServer(async (request, response) => {
  if (request.method === 'OPTIONS') return response.writeHead(204, CORS).end();
  const [number, said] = await answer(request).catch((thrown) => {
    const [status, code] = reasonOf(thrown);
    return [status, { type: `urn:candor:problem:${code}`, title: code, status: Number(status), code }];
  });
  const type = Number(number) < 400 ? 'application/json' : 'application/problem+json';
  return response.writeHead(Number(number), { ...CORS, 'Content-Type': type }).end(JSON.stringify(said));
});
server.listen(Number(process.env.PORT ?? 8787));
