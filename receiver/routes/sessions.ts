import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { toBase64Url } from '../../src/core/bytes.js';
import type { Challenge, Session } from '../../src/core/types.js';
import { type SessionRequest, SessionRequestSchema } from '../../src/envelope/wire.js';
import { generateChallenge } from '../../src/liveness/challenge.js';
import { generateColours } from '../../src/liveness/light-schedule.js';
import { readJson } from '../body.js';
import type { ReceiverContext } from '../context.js';
import { assertNotCooling } from '../cool-down.js';
import { groupOf } from '../keys/secrets.js';
import { SUBMIT_TTL_MS } from '../lifetimes.js';
import { attemptRules, clientIn } from '../limits.js';
import { ProblemError } from '../problem.js';
import { type NewSession, openSession } from '../store/sessions.js';

const NONCE_BYTES = 32;
/** From opening to the end of the capture (requirement P-13), ms. */
const CAPTURE_TTL_MS = 180_000;

/** `POST /sessions`: one session is one attempt. */
export function sessions(receiver: ReceiverContext) {
  const { config, database, secrets, three } = receiver;
  return async (context: Context): Promise<Response> => {
    const { value: request } = await readJson(context, 'application/json', SessionRequestSchema);
    const { subject } = request;
    const authorization = context.req.header('authorization');
    const authorized = await config.authorize({ authorization, subject });
    if (authorized === false) throw new ProblemError('session.unknown');
    assertOffered(receiver, request);
    await assertNotCooling(receiver, context, subject);
    await three?.assertThere();

    const groups = authorized === true ? [] : authorized.groups;
    const session = newSession(receiver, request, groups);
    const rules = attemptRules(config, secrets, subject, clientIn(context, config));
    const opened = await openSession(database, session, rules);
    if (opened.kind === 'exhausted') {
      const retryAfterS = (opened.retryAt.getTime() - config.now().getTime()) / 1_000;
      throw new ProblemError('attempts.exhausted', { retryAfterS });
    }
    return context.json(sessionOf(session, opened.attemptsLeft), 201);
  };
}

/** Early, so that nobody records five seconds on a notice that has changed since. */
function assertOffered({ config, noticeHashes }: ReceiverContext, request: SessionRequest): void {
  if (!config.profiles.includes(request.profile)) throw new ProblemError('request.malformed');
  if (noticeHashes.get(request.locale) !== request.noticeHash) throw new ProblemError('envelope.unbound');
}

function newSession(
  { config, secrets }: ReceiverContext,
  request: SessionRequest,
  groups: readonly string[],
): NewSession {
  const openedAt = config.now();
  const later = (durationMs: number) => new Date(openedAt.getTime() + durationMs);
  return {
    sessionId: randomUUID(),
    nonce: toBase64Url(config.random(NONCE_BYTES)),
    challenge: chooseChallenge(config, request),
    noticeHash: request.noticeHash,
    locale: request.locale,
    profile: request.profile,
    subject: request.subject ?? null,
    openedAt,
    captureBy: later(CAPTURE_TTL_MS),
    submitBy: later(SUBMIT_TTL_MS),
    groups: [...new Set(groups)].map((token) => groupOf(secrets, token)),
  };
}

function chooseChallenge(config: ReceiverContext['config'], request: SessionRequest): Challenge {
  const challenge = chooseSteps(config, request);
  return config.light && request.light
    ? { ...challenge, colours: generateColours(config.random) }
    : challenge;
}

function chooseSteps(
  { random, actions, test }: ReceiverContext['config'],
  { profile, moreTime }: SessionRequest,
): Challenge {
  const id = toBase64Url(random(16));
  if (test?.steps !== undefined && profile === 'standard') {
    return { id, steps: moreTime === true ? test.steps.slice(0, 1) : test.steps };
  }
  return generateChallenge(random, { id, profile, actions, moreTime });
}

function sessionOf(row: NewSession, attemptsLeft: number): Session {
  return {
    sessionId: row.sessionId,
    nonce: row.nonce,
    captureBy: row.captureBy.toISOString(),
    submitBy: row.submitBy.toISOString(),
    attemptsLeft,
    challenge: row.challenge,
    now: row.openedAt.toISOString(),
  };
}
