import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { DISCOVERY_PATH } from '../src/envelope/wire.js';
import { isAllowedOrigin } from './allowed-origins.js';
import { limitBody } from './body.js';
import type { ReceiverContext } from './context.js';
import { counts } from './counts/routes.js';
import { clientIn } from './limits.js';
import { traceOf } from './log.js';
import { logAnswers } from './log-answers.js';
import { ProblemError, problemResponse } from './problem.js';
import { discovery } from './routes/discovery.js';
import { health, ready } from './routes/health.js';
import { objections } from './routes/objections.js';
import { openApi } from './routes/openapi.js';
import { optOuts } from './routes/opt-outs.js';
import { readRecord, withdraw } from './routes/records.js';
import { endSession } from './routes/session-end.js';
import { sessions } from './routes/sessions.js';
import { verifications } from './routes/verifications.js';
import { storageCodeOf } from './store/storage-error.js';

const PREFLIGHT_AGE_S = 600;

/** The receiver's HTTP side. Every answer that is not a success is one RFC 9457 problem. */
export function createApp(receiver: ReceiverContext): Hono {
  const app = new Hono();
  const { storing } = receiver.storage;
  addGuards(app, receiver);
  app.get(DISCOVERY_PATH, discovery(receiver));
  app.get('/health', health(receiver));
  app.get('/ready', ready(receiver));
  app.get('/openapi.json', openApi);
  const published = counts(receiver);
  app.get('/counts', published.page);
  app.get('/counts.json', published.json);
  app.post('/sessions', storing, sessions(receiver));
  app.delete('/sessions/:id', endSession(receiver));
  app.post('/verifications', storing, verifications(receiver));
  app.get('/verifications/:id', readRecord(receiver));
  app.delete('/verifications/:id', withdraw(receiver));
  app.post('/verifications/:id/objections', storing, objections(receiver));
  app.post('/opt-outs', storing, optOuts(receiver));
  addProblems(app, receiver);
  return app;
}

function addGuards(app: Hono, receiver: ReceiverContext): void {
  const { config, storage } = receiver;
  const { allowedOrigins, log } = config;
  const countPost = postCounter(receiver);
  app.use(logAnswers(log));
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      // Whoever ends TLS decides this for the whole host.
      strictTransportSecurity: false,
    }),
  );
  app.use(
    cors({
      origin: (origin) => (isAllowedOrigin(allowedOrigins, origin) ? origin : null),
      allowMethods: ['GET', 'POST', 'DELETE'],
      allowHeaders: ['Content-Type', 'Idempotency-Key', 'Authorization', ...config.allowedHeaders],
      exposeHeaders: ['Retry-After', 'Date', 'Age'],
      maxAge: PREFLIGHT_AGE_S,
    }),
  );
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  });
  app.use(async (context, next) => {
    const origin = context.req.header('origin');
    if (origin !== undefined && !isPublic(context) && !isAllowedOrigin(allowedOrigins, origin)) {
      throw new ProblemError('origin.refused');
    }
    if (isCounted(context)) await countPost(context);
    await next();
  });
  app.use(limitBody);
  app.use(storage.guard);
}

/** What tells nothing of a person, and may be read from anywhere. By the end of the address: the app may be mounted below another. */
const PUBLIC_PATHS = [DISCOVERY_PATH, '/health', '/ready', '/openapi.json', '/counts', '/counts.json'];

function isPublic({ req: { method, path } }: Context): boolean {
  return method === 'GET' && PUBLIC_PATHS.some((end) => path.endsWith(end));
}

/** Whatever writes, but withdrawals, which must not be held up: they ask for a token that was given once. */
function isCounted({ req: { method, path } }: Context): boolean {
  return method === 'POST' || (method === 'DELETE' && /\/sessions\/[^/]*$/.test(path));
}

/** The brake on floods. Without an address there is nothing to count by: one count for all would be anyone's way to stop
 * everyone. That is said once. */
function postCounter({ config, posts }: ReceiverContext): (context: Context) => Promise<void> {
  let isTold = false;
  return async (context) => {
    const client = clientIn(context, config);
    if (client !== null) return posts.take(client, config.now());
    if (!isTold) config.log({ event: 'address.unknown' });
    isTold = true;
  };
}

function addProblems(app: Hono, { config }: ReceiverContext): void {
  app.notFound(() => problemResponse({ code: 'not_found', retryAfterS: undefined }));
  app.onError((thrown, context) => {
    if (thrown instanceof ProblemError) return problemResponse(thrown);
    config.log({ event: 'failed', during: routePath(context, -1), error: traceOf(thrown) });
    return problemResponse({ code: storageCodeOf(thrown) ?? 'internal', retryAfterS: undefined });
  });
}
