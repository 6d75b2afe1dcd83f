import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import * as candor from 'candor/receiver';
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const words = candor.demoOptions(); // audience, notices, threshold, alternatives: yours
const alternatives = words.alternatives.map(({ next, ...shown }) => shown);
const pair = await candor.generateKeyPair('x-wing'); // yours: kept, replaced every month
const [sessions, outcomes] = [new Map(), new Map()]; // yours: a database
const at = (aheadMs = 0) => new Date(Date.now() + aheadMs).toISOString();
const secret = () => randomBytes(32).toString('base64url');
const refuse = (code) => {
  throw new candor.ProblemError(code);
};

export const app = new Hono();
app.use(cors({ origin: ['http://localhost:8080'], exposeHeaders: ['Date', 'Age'] }));
app.onError((thrown) => candor.problemResponse({ code: candor.problemCodeOf(thrown) }));

app.get('/.well-known/candor', (context) => {
  const { kid, kem, publicKey } = pair;
  const keys = [{ kid, kem, publicKey, notBefore: at(-60_000), notAfter: at(86_400_000) }];
  const { audience, notices, threshold } = words;
  const offered = { alternatives, actions: candor.ACTIONS, profiles: ['standard'], maxAttempts: 5 };
  return context.json({ version: 1, seq: 1, now: at(), audience, notices, threshold, keys, ...offered });
});

app.post('/sessions', async (context) => {
  const { value: asked } = await candor.readJson(context, 'application/json', candor.SessionRequestSchema);
  const { locale, noticeHash } = asked;
  if ((await candor.hashCanonical(words.notices[locale] ?? null)) !== noticeHash) refuse('envelope.unbound');
  const challenge = candor.generateChallenge(randomBytes, {
    actions: candor.ACTIONS,
    id: secret(),
    ...asked,
  });
  const ends = { captureBy: at(180_000), submitBy: at(900_000), attemptsLeft: 4 }; // yours: counted
  const session = { sessionId: randomUUID(), nonce: secret(), challenge, ...ends };
  sessions.set(session.sessionId, { ...asked, ...session });
  return context.json(session, 201);
});

app.post('/verifications', async (context) => {
  const media = 'application/vnd.candor.envelope+json';
  const { value: envelope, bytes } = await candor.readJson(context, media, candor.EnvelopeSchema);
  const { sessionId } = envelope.header;
  if (context.req.header('idempotency-key') !== sessionId) refuse('request.malformed');
  const session = sessions.get(sessionId) ?? refuse('session.unknown');
  if (session.taken === undefined && at() > session.submitBy) refuse('session.expired');
  // The first one wins; the same bytes again get the same answer; one that is refused leaves the session open.
  session.taken ??= { bytes: Buffer.from(bytes), outcome: accept(envelope, session) };
  if (!session.taken.bytes.equals(bytes)) refuse('session.used');
  return context.json(await session.taken.outcome, 201);
});

async function accept(envelope, session) {
  try {
    const keyring = new Map([[pair.kid, pair]]);
    const payload = await candor.open(envelope, keyring, words.audience, words.embeddingDim);
    await candor.bind({ header: envelope.header, payload, session }, words);
    // Yours: compare payload.embedding with those that you keep. Here none is kept: a person looks at everybody.
    const ids = { verificationId: randomUUID(), removalToken: secret() };
    const outcome = { ...ids, status: 'needs_review', decidedAt: at(), deleteAfter: at(90 * 86_400_000) };
    outcomes.set(outcome.verificationId, { ...outcome });
    return outcome;
  } catch (thrown) {
    session.taken = undefined;
    throw thrown;
  }
}

app.delete('/verifications/:id', (context) => {
  const outcome = outcomes.get(context.req.param('id')) ?? refuse('not_found');
  const given = Buffer.from(context.req.header('authorization') ?? '');
  const own = Buffer.from(`Bearer ${outcome.removalToken}`);
  if (given.length !== own.length || !timingSafeEqual(given, own)) refuse('session.unknown');
  outcome.deletedAt ??= at();
  const { verificationId, deletedAt } = outcome;
  return context.json({ verificationId, state: 'withdrawn', deletedAt });
});

app.post('/opt-outs', async (context) => {
  const { value } = await candor.readJson(context, 'application/json', candor.OptOutRequestSchema);
  const chosen = words.alternatives.find(({ id }) => id === value.alternative) ?? refuse('request.malformed');
  return context.json({ caseId: randomUUID(), alternative: chosen.id, next: chosen.next.en }, 201);
});
