import type { Challenge, Threshold } from '../../core/types.js';
import { hashCanonical } from '../../envelope/canonical.js';
import { generateKeyPair } from '../../envelope/open.js';
import { DISCOVERY_PATH, type Discovery } from '../../envelope/wire.js';
import { parseTestChallenge } from '../../liveness/challenge.js';
import type { Listening } from './listen.js';
import { problemAnswer, RequestRefused } from './problem.js';
import { acceptEnvelope, endSession, objectTo, openSession, optOut, readRecord, withdraw } from './routes.js';
import type { DoubleState, ReceivedOptOut, ReceivedVerification, Scenario } from './state.js';
import { DOUBLE_ALTERNATIVES, DOUBLE_NOTICE, DOUBLE_THRESHOLD } from './terms.js';

/** What the double answers, with nothing of Node: a page can hold it too. */

/** Options of {@link createReceiverDouble}. */
export interface ReceiverDoubleOptions {
  /** Default `needs_review`. */
  readonly scenario?: Scenario;
  /** What every session asks, as `turn-left@1100,turn-right@3000`. That is the default. */
  readonly challenge?: string;
  /** Default: the operating point of the model that Candor ships. */
  readonly threshold?: Threshold;
  /** Default: the system's clock. */
  readonly now?: () => Date;
}

/** A receiver in memory, for the tests of whoever embeds the widget: it has real keys and opens what it gets, but
 * compares nothing, keeps nothing and trusts every origin. Never a receiver for real people. */
export interface ReceiverDouble {
  /** May be changed at any time: down, then back. */
  scenario: Scenario;
  readonly received: readonly ReceivedVerification[];
  readonly optOuts: readonly ReceivedOptOut[];
  /** Answers one request; paths below the endpoint are told by their ends.
   * @throws TypeError in the scenario `down`, as `fetch` does. */
  fetch(request: Request): Promise<Response>;
  /** Serves it on this machine.
   * @param port - 0 = any free one. */
  listen(port?: number): Promise<Listening>;
}

/** The double without a server.
 * @throws RangeError for a `challenge` that cannot be read. */
export async function createAnswers(
  options: ReceiverDoubleOptions = {},
): Promise<Omit<ReceiverDouble, 'listen'>> {
  const state = await startingState(options);
  const double: Omit<ReceiverDouble, 'listen'> = {
    scenario: options.scenario ?? 'needs_review',
    received: state.received,
    optOuts: state.optOuts,
    fetch: async (request) => {
      if (double.scenario === 'down') throw new TypeError('the receiver double is down');
      return withCors(request, await answer(state, double.scenario, request));
    },
  };
  return double;
}

async function startingState(options: ReceiverDoubleOptions): Promise<DoubleState> {
  const now = options.now ?? (() => new Date());
  const pair = await generateKeyPair('x-wing');
  const { kid, kem, publicKey } = pair;
  const dayMs = 86_400_000;
  const at = (days: number): string => new Date(now().getTime() + days * dayMs).toISOString();
  const discovery: Discovery = {
    version: 1,
    audience: 'https://market.example/candor',
    notices: { en: { ...DOUBLE_NOTICE, purposes: [...DOUBLE_NOTICE.purposes] } },
    keys: [{ kid, kem, publicKey, notBefore: at(-1), notAfter: at(30) }],
    seq: 1,
    threshold: options.threshold ?? DOUBLE_THRESHOLD,
    alternatives: DOUBLE_ALTERNATIVES.map(({ next: _, ...alternative }) => alternative),
    actions: ['turn-left', 'turn-right', 'look-up', 'move-closer', 'open-mouth'],
    profiles: ['standard', 'no-gestures'],
    maxAttempts: 5,
  };
  const challenge: Challenge = parseTestChallenge(options.challenge ?? 'turn-left@1100,turn-right@3000');
  return {
    discovery,
    noticeHash: await hashCanonical(DOUBLE_NOTICE),
    keyring: new Map([[kid, pair]]),
    challenge,
    now,
    sessions: new Map(),
    records: new Map(),
    received: [],
    optOuts: [],
  };
}

async function answer(state: DoubleState, scenario: Scenario, request: Request): Promise<Response> {
  try {
    return await route(state, scenario, request);
  } catch (thrown) {
    if (thrown instanceof RequestRefused) return problemAnswer(thrown.code);
    throw thrown;
  }
}

async function route(state: DoubleState, scenario: Scenario, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const { method } = request;
  if (method === 'OPTIONS') return new Response(null, { status: 204 });
  if (method === 'GET' && pathname.endsWith(DISCOVERY_PATH)) {
    return Response.json({ ...state.discovery, now: state.now().toISOString() });
  }
  if (method === 'POST') {
    if (scenario === 'busy') throw new RequestRefused('request.too_many');
    if (pathname.endsWith('/sessions')) return openSession(state, scenario, request);
    if (pathname.endsWith('/verifications')) return acceptEnvelope(state, scenario, request);
    const [, contested] = /\/verifications\/([^/]+)\/objections$/.exec(pathname) ?? [];
    if (contested !== undefined) return objectTo(state, contested, request);
    if (pathname.endsWith('/opt-outs')) return optOut(state, request);
  }
  const [, sessionId] = /\/sessions\/([^/]+)$/.exec(pathname) ?? [];
  if (sessionId !== undefined && method === 'DELETE') return endSession(state, sessionId, request);
  const [, verificationId] = /\/verifications\/([^/]+)$/.exec(pathname) ?? [];
  if (verificationId !== undefined && method === 'GET') return readRecord(state, verificationId, request);
  if (verificationId !== undefined && method === 'DELETE') return withdraw(state, verificationId, request);
  throw new RequestRefused('not_found');
}

function withCors(request: Request, response: Response): Response {
  const origin = request.headers.get('Origin');
  if (origin === null) return response;
  response.headers.set('Access-Control-Allow-Origin', origin);
  response.headers.set('Access-Control-Allow-Methods', 'GET, POST, DELETE');
  response.headers.set('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key, Authorization');
  response.headers.set('Access-Control-Expose-Headers', 'Retry-After, Date, Age');
  response.headers.set('Vary', 'Origin');
  return response;
}
