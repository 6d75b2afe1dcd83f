import { createHash, randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Hono } from 'hono';
import { inspectRoutes } from 'hono/dev';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutcomeSchema, PROBLEM_CODES } from '../../src/envelope/wire.js';
import { createOperatorApp, type OperatorEnv } from '../operator/app.js';
import { createReviewApp } from '../review/app.js';
import { duplicate, verify } from '../testing/cases.fixture.js';
import {
  deliveryHeaders,
  type Harness,
  sealFor,
  sessionRequest,
  startHarness,
} from '../testing/harness.fixture.js';
import { expectDocumented } from './conforms.fixture.js';
import { APPS, openApiDocument } from './document.fixture.js';

/** After a change of a schema or a route, `npx vitest run receiver/openapi -u` writes docs/openapi.json anew. */

const FILE = new URL('../../docs/openapi.json', import.meta.url).pathname;
const document = openApiDocument();

const TOKEN = 'a-token-of-the-backend';
let harness: Harness;
let operator: Hono<OperatorEnv>;
beforeAll(async () => {
  harness = await startHarness();
  const tokenHashes = [createHash('sha256').update(TOKEN).digest('hex')];
  operator = createOperatorApp(harness.context, { kind: 'tokens', tokenHashes, maxRequestsPerMinute: 1_000 });
});
afterAll(() => harness.close());

/** As OpenAPI writes them, sorted: `get /verifications/{id}`. */
function routesOf(app: Pick<Hono, 'routes' | 'fetch'>): string[] {
  const handlers = inspectRoutes(app as Hono).filter(({ isMiddleware }) => !isMiddleware);
  return handlers
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    .toSorted();
}

describe('docs/openapi.json', () => {
  it('is what the schemas and the routes say', async () => {
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(FILE);
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, '3.1']);
    expect(
      (await new Validator().validate({ ...document, paths: { '/x': { get: {} } }, info: {} })).valid,
    ).toBe(false);
  });

  it('has every route of every app, and no other', () => {
    const { context, receiver } = harness;
    const served = {
      sellers: receiver.app,
      operator,
      review: createReviewApp(context, { kind: 'token', token: 'a-token-of-sixteen' }),
    };
    for (const { name, routes } of APPS) {
      const described = routes.map(({ method, path }) => `${method} ${path}`).toSorted();
      expect(described, name).toEqual(routesOf(served[name]));
    }
  });

  it('has every refusal', () => {
    const refusals = APPS.flatMap((app) => [
      ...app.refusals,
      ...app.routes.flatMap((route) => route.refusals),
    ]);
    expect(new Set(refusals)).toEqual(new Set(PROBLEM_CODES));
  });

  it('is served', async () => {
    const answer = await harness.send('GET', '/openapi.json');
    expect(answer.headers.get('Content-Type')).toBe('application/json');
    expect(await answer.json()).toEqual(document);
  });
});

/** Asks, and expects this status and an answer that is documented for the route. */
async function answered(
  status: number,
  route: string,
  { id = '', body, headers }: { id?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const answer = await harness.send(method.toUpperCase(), path.replace('{id}', id), body, headers);
  expect(answer.status).toBe(status);
  await expectDocumented(route, answer);
  return answer;
}

describe('an answer is as documented', () => {
  it('to whoever only looks', async () => {
    for (const path of ['/.well-known/candor', '/health', '/ready', '/counts.json'])
      await answered(200, `get ${path}`);
  });

  it('from the session to the withdrawal', async () => {
    const body = await sessionRequest(await harness.discover(), { subject: 'seller-1' });
    const session = await (await answered(201, 'post /sessions', { body })).json();
    const envelope = await sealFor(await harness.discover(), session, { subject: 'seller-1' });
    const headers = deliveryHeaders(envelope);
    const delivered = await answered(201, 'post /verifications', { body: envelope, headers });
    const { verificationId: id, removalToken } = parse(OutcomeSchema, await delivered.json());
    const own = { id, headers: { Authorization: `Bearer ${removalToken}` } };
    await answered(201, 'post /verifications/{id}/objections', { ...own, body: { text: 'It is me.' } });
    await answered(200, 'get /verifications/{id}', own);
    await answered(200, 'delete /verifications/{id}', own);
    await answered(200, 'get /verifications/{id}', own);
    await answered(410, 'post /verifications/{id}/objections', { ...own, body: { text: 'Once more.' } });
    const nonce = { Authorization: `Bearer ${session.nonce}` };
    await answered(200, 'delete /sessions/{id}', { id: session.sessionId, headers: nonce });
    await answered(201, 'post /opt-outs', { body: { alternative: 'id-document', locale: 'en' } });
  });

  it('when it is a refusal', async () => {
    const good = await sessionRequest(await harness.discover());
    await answered(400, 'post /sessions', { body: { ...good, photo: 'AAAA' } });
    await answered(415, 'post /sessions', { body: good, headers: { 'Content-Type': 'text/plain' } });
    await answered(422, 'post /sessions', { body: { ...good, noticeHash: 'A'.repeat(43) } });
    await answered(403, 'post /sessions', { body: good, headers: { Origin: 'https://evil.example' } });
    await answered(413, 'post /opt-outs', { body: ' '.repeat(70_000) });
    await answered(404, 'get /verifications/{id}', { id: randomUUID() });
    const { verificationId: id } = await verify(harness);
    await answered(401, 'delete /verifications/{id}', { id });
    const session = await harness.openSession();
    const envelope = await sealFor(await harness.discover(), session, {
      binding: { challengeId: 'another' },
    });
    const headers = deliveryHeaders(envelope);
    await answered(422, 'post /verifications', { body: envelope, headers });
    await answered(401, 'delete /sessions/{id}', { id: session.sessionId });
  });

  it('to the marketplace’s programs', async () => {
    const { caseId } = await duplicate(harness, ['seller-2', 'seller-3']);
    const ask = async (status: number, route: string, body?: unknown, token = TOKEN): Promise<void> => {
      const [method = '', path = ''] = route.split(' ');
      const answer = await operator.request(path.replace('{id}', caseId).replace('{subject}', 'seller-3'), {
        method: method.toUpperCase(),
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect(answer.status).toBe(status);
      await expectDocumented(route, answer);
    };
    const found = { revision: 0, outcome: 'same_person', reviewer: 'rea' };
    await ask(200, 'get /operator/cases');
    await ask(401, 'get /operator/cases', undefined, 'another');
    await ask(200, 'post /operator/cases/{id}/outcome', found);
    await ask(409, 'post /operator/cases/{id}/outcome', found);
    await ask(400, 'post /operator/cases/{id}/outcome', { ...found, score: 1 });
    await ask(200, 'get /operator/cases/{id}');
    await ask(200, 'get /operator/subjects/{subject}');
    await ask(200, 'post /operator/subjects/{subject}/export');
    await ask(200, 'post /operator/subjects/{subject}/erase');
    await ask(404, 'get /operator/cases/{id}');
  });
});
