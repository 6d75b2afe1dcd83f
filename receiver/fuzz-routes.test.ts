import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDocumented } from './openapi/conforms.fixture.js';
import { OPERATOR } from './openapi/operator.js';
import { REVIEW } from './openapi/review.js';
import type { DescribedApp, Route } from './openapi/route.js';
import { SELLERS } from './openapi/sellers.js';
import { createOperatorApp } from './operator/app.js';
import { cookieFor } from './review/access.js';
import { createReviewApp } from './review/app.js';
import { duplicate } from './testing/cases.fixture.js';
import { type Harness, ORIGIN, startHarness } from './testing/harness.fixture.js';

/** Every route of every app, asked anything: never a 5xx, never a stack trace, and of what is not a page only what docs/openapi.json
 * says. Few requests for each route in every test run, ten thousand in `npm run test:fuzz`. */

const RUNS = Number(process.env.CANDOR_FUZZ_RUNS ?? 30);
const TOKEN = 'a-token-of-the-backend';
const REVIEW_TOKEN = 'a-token-for-this-test-alone';
/** A frame of a stack, or a path of this machine. */
const TRACE = /\n\s+at |node_modules|\.ts:\d|file:\/\//;

let harness: Harness;
let ids: readonly string[];
let tokens: readonly string[];
const served = new Map<DescribedApp['name'], Pick<Hono, 'request'>>();
const seen = new Map<string, Map<number, number>>();

beforeAll(async () => {
  harness = await startHarness({ maxAttempts: 1_000_000, maxFailures: Number.POSITIVE_INFINITY });
  const { context, receiver } = harness;
  const { caseId, earlier, later } = await duplicate(harness, ['seller-1', 'seller-2']);
  const { sessionId, nonce } = await harness.openSession();
  ids = [caseId, earlier.verificationId, later.verificationId, sessionId, 'seller-1'];
  tokens = [TOKEN, TOKEN, later.removalToken, nonce, 'another'];
  const tokenHashes = [createHash('sha256').update(TOKEN).digest('hex')];
  const access = { kind: 'tokens', tokenHashes, maxRequestsPerMinute: Number.POSITIVE_INFINITY } as const;
  served.set('sellers', receiver.app);
  served.set('operator', createOperatorApp(context, access) as unknown as Hono);
  served.set('review', createReviewApp(context, { kind: 'token', token: REVIEW_TOKEN }) as unknown as Hono);
});
afterAll(async () => {
  if (process.env.CANDOR_FUZZ_RUNS !== undefined) console.log(table(seen));
  expect(harness.logged.filter(({ event }) => event === 'failed')).toEqual([]);
  await harness.close();
});

/** How each route answered, in Markdown, a column for each status. */
function table(routes: ReadonlyMap<string, ReadonlyMap<number, number>>): string {
  const statuses = [...new Set([...routes.values()].flatMap((counts) => [...counts.keys()]))].toSorted(
    (a, b) => a - b,
  );
  const rows = [...routes].map(([route, counts]) => {
    const requests = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const cells = [requests, ...statuses.map((status) => counts.get(status) ?? '')];
    return `| \`${route}\` | ${cells.join(' | ')} |`;
  });
  const head = `| route | requests | ${statuses.join(' | ')} |\n|---|---|${'---|'.repeat(statuses.length)}`;
  return `${head}\n${rows.join('\n')}`;
}

const text = fc.string({ unit: 'binary', maxLength: 30 });
const trap = fc.constantFrom('\0', '\ud800', '__proto__', '..', '%00', '%', '%ff', '-1', '1e400', '🙂', '');
const body = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
  fc.constantFrom('{}', '[]', 'null', '{"text":"It is me."}', '{"__proto__":{}}', ' '.repeat(70_000)),
);
const mediaType = fc.constantFrom(
  'application/json',
  'application/vnd.candor.envelope+json',
  'application/x-www-form-urlencoded',
  'text/plain',
  '',
);

/** Known ids and anything else. */
const segment = () => fc.oneof(fc.constantFrom(...ids), fc.uuid(), text.map(safe), trap.map(safe));

/** As whoever writes a client by hand may put it: half a character cannot be encoded. */
function safe(part: string): string {
  return /\p{Surrogate}/u.test(part) ? 'x' : encodeURIComponent(part).replace(/^[.]*$/, 'x');
}

/** Of the form of a time; some no calendar has, some no database. */
const time = fc.oneof(
  fc.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  fc.constantFrom('0000-01-01T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z'),
);

const asked = () =>
  fc.record({
    id: segment(),
    token: fc.constantFrom(...tokens),
    query: fc.oneof(
      fc.constant(''),
      fc.tuple(time, fc.uuid()).map(([at, id]) => `?after=${safe(at)}~${id}`),
      fc.tuple(text, text).map(([name, value]) => `?${safe(name)}=${safe(value)}`),
    ),
    origin: fc.constantFrom(ORIGIN, ORIGIN, ORIGIN, ORIGIN, ORIGIN, 'https://evil.example', 'null'),
    mediaType,
    body,
  });

function count(route: string, status: number): void {
  const statuses = seen.get(route) ?? new Map<number, number>();
  seen.set(route, statuses.set(status, (statuses.get(status) ?? 0) + 1));
}

async function ask({ name }: DescribedApp, { method, path }: Route, given: Asked): Promise<void> {
  const address = path.replace(/\{\w+\}/, given.id) + given.query;
  const answer = await served.get(name)?.request(address, {
    method: method.toUpperCase(),
    headers: {
      Authorization: `Bearer ${given.token}`,
      Cookie: `candor_review=${cookieFor(REVIEW_TOKEN)}`,
      'Content-Type': given.mediaType,
      Origin: given.origin,
    },
    ...(method === 'post' ? { body: given.body } : {}),
  });
  if (answer === undefined) throw new Error(`${name} is not served`);
  count(`${method} ${path}`, answer.status);
  expect(answer.status).toBeLessThan(500);
  const said = await answer.clone().text();
  expect(said).not.toMatch(TRACE);
  const isPage = name === 'review' || ['/openapi.json', '/counts'].includes(path);
  if (!isPage || (answer.status >= 400 && name !== 'review'))
    await expectDocumented(`${method} ${path}`, answer);
}

interface Asked {
  readonly id: string;
  readonly token: string;
  readonly query: string;
  readonly origin: string;
  readonly mediaType: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

describe.each([SELLERS, OPERATOR, REVIEW])('fuzz: the routes of $name', (app) => {
  it.each(app.routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    { timeout: 600_000 },
    async (_, route) => {
      await fc.assert(
        fc.asyncProperty(asked(), (given) => ask(app, route, given)),
        { numRuns: RUNS },
      );
    },
  );
});
