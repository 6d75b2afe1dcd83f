/** @jsxImportSource hono/jsx */
import { readFile } from 'node:fs/promises';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ReceiverContext } from '../context.js';
import { isSame } from '../keys/constant-time.js';
import { traceOf } from '../log.js';
import { logAnswers } from '../log-answers.js';
import { ProblemError, problemOf } from '../problem.js';
import { storageCodeOf } from '../store/storage-error.js';
import { COOKIE, cookieFor, type ReviewAccess, reviewerIn } from './access.js';
import { page, type ReviewEnv, rootOf } from './page.js';
import { MessagePage } from './pages/MessagePage.js';
import { actOnCase, showCase, showQueue } from './routes.js';

const MAX_FORM_BYTES = 16 * 1_024;

/** Beside this file; the build copies them next to the file that this module ends up in. */
const STYLES = ['./review-page.css', './review-forms.css'];

/** The reviewers' pages: rendered here, without a script, for whoever `access` lets in. */
export function createReviewApp(receiver: ReceiverContext, access: ReviewAccess): Hono<ReviewEnv> {
  const app = new Hono<ReviewEnv>();
  addGuards(app, receiver);
  app.get('/review.css', styles);
  if (access.kind === 'token') app.get('/login', login(access.token));
  app.use(admit(access));
  app.get('/', showQueue(receiver));
  app.get('/cases/:id', showCase(receiver));
  app.post('/cases/:id', receiver.storage.storing, actOnCase(receiver));
  app.notFound((context) => notFound(receiver, context));
  app.onError((thrown, context) => failed(receiver, thrown, context));
  return app;
}

function addGuards(app: Hono<ReviewEnv>, { config, storage }: ReceiverContext): void {
  app.use(logAnswers(config.log, 'review'));
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // Not `no-referrer`: browsers would then post forms with `Origin: null`.
      referrerPolicy: 'same-origin',
      // Whoever ends TLS decides this for the whole host.
      strictTransportSecurity: false,
    }),
  );
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  });
  app.use(csrf());
  app.use(bodyLimit({ maxSize: MAX_FORM_BYTES }));
  app.use(storage.guard);
}

async function styles(context: Context): Promise<Response> {
  const parts = await Promise.all(STYLES.map((file) => readFile(new URL(file, import.meta.url), 'utf8')));
  return context.body(parts.join('\n'), 200, {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': 'max-age=300',
  });
}

/** Takes the token out of the address bar and keeps what it is worth in a cookie that no script and no other site can use. */
function login(token: string) {
  return (context: Context): Response | Promise<Response> => {
    if (!isSame(context.req.query('token') ?? '', token)) return page(context, notAdmitted('./'), 401);
    setCookie(context, COOKIE, cookieFor(token), {
      httpOnly: true,
      sameSite: 'Strict',
      secure: new URL(context.req.url).protocol === 'https:',
      path: '/',
    });
    // Relative: the app may be mounted anywhere.
    return context.redirect('./', 303);
  };
}

function admit(access: ReviewAccess): MiddlewareHandler<ReviewEnv> {
  return async (context, next) => {
    const found = await reviewerIn(access, context.req.raw, getCookie(context, COOKIE));
    if (found === null) return page(context, notAdmitted(rootOf(context)), 401);
    context.set('reviewer', found.reviewer);
    await next();
    return undefined;
  };
}

function notAdmitted(root: string): JSX.Element {
  return (
    <MessagePage
      title="You are not signed in"
      text="These pages are for reviewers. Sign in at your marketplace, or open the address that the receiver printed when it started."
      root={root}
    />
  );
}

/** Whoever comes here is signed in, and is led back to the cases. */
function notFound({ config }: ReceiverContext, context: Context): Response | Promise<Response> {
  const message = {
    title: 'Nothing found',
    text: 'The case may have been withdrawn or deleted.',
    root: rootOf(context),
    audience: config.audience,
  };
  return page(context, <MessagePage {...message} />, 404);
}

function failed(receiver: ReceiverContext, thrown: Error, context: Context): Response | Promise<Response> {
  const { config } = receiver;
  const status = statusOf(thrown);
  if (status === 404) return notFound(receiver, context);
  if (status >= 500) config.log({ event: 'failed', during: routePath(context, -1), error: traceOf(thrown) });
  const text = status >= 500 ? 'Try again in a minute.' : 'Go back, reload the page and try again.';
  return page(
    context,
    <MessagePage title="Something went wrong" text={text} root={rootOf(context)} />,
    status,
  );
}

function statusOf(thrown: Error): ContentfulStatusCode {
  if (thrown instanceof HTTPException) return thrown.status as ContentfulStatusCode;
  const code = thrown instanceof ProblemError ? thrown.code : (storageCodeOf(thrown) ?? 'internal');
  return problemOf(code).status as ContentfulStatusCode;
}
