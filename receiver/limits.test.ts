import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ReceiverOptions } from './options.js';
import { type Harness, sessionRequest, startHarness } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

let first: Harness;
beforeAll(async () => {
  first = await startHarness();
});
afterAll(() => first.close());

async function start(options: Partial<ReceiverOptions>): Promise<Harness> {
  const harness = await startHarness(options, first.context.database);
  onTestFinished(() => harness.close());
  return harness;
}

async function open(harness: Harness, subject?: string, address?: string): Promise<Response> {
  const request = await sessionRequest(await harness.discover(), subject === undefined ? {} : { subject });
  return harness.send(
    'POST',
    '/sessions',
    request,
    address === undefined ? {} : { 'X-Forwarded-For': address },
  );
}

describe('attempts', () => {
  it('counts down per subject, ends in 429 with Retry-After, and starts again after the window', async () => {
    const harness = await start({ maxAttempts: 3, attemptWindowMs: 600_000 });
    const left: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      left.push((await (await open(harness, 'a')).json()).attemptsLeft);
      harness.advance(60_000);
    }
    expect(left).toEqual([2, 1, 0]);
    const refused = await open(harness, 'a');
    expect(refused.headers.get('Retry-After')).toBe('420');
    await expectProblem(refused, 429, 'attempts.exhausted');
    expect((await open(harness, 'b')).status, 'another subject').toBe(201);
    harness.advance(420_000);
    expect((await open(harness, 'a')).status, 'the first attempt has left the window').toBe(201);
    await expectProblem(await open(harness, 'a'), 429, 'attempts.exhausted');
  });

  it('lets no more than the limit through when all come at once', async () => {
    const harness = await start({ maxAttempts: 4 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => open(harness, 'a')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(8);
  });

  it('counts per address where there is no subject, and believes the proxy only if told to', async () => {
    const behindProxy = await start({ maxAttempts: 1, trustProxy: true });
    expect((await open(behindProxy, undefined, '192.0.2.1')).status).toBe(201);
    expect((await open(behindProxy, undefined, '192.0.2.2')).status).toBe(201);
    // The client may write anything in front; the last hop is the proxy's own.
    await expectProblem(
      await open(behindProxy, undefined, '203.0.113.9, 192.0.2.1'),
      429,
      'attempts.exhausted',
    );

    const direct = await start({ maxAttempts: 1 });
    expect((await open(direct, undefined, '192.0.2.1')).status).toBe(201);
    await expectProblem(await open(direct, undefined, '192.0.2.2'), 429, 'attempts.exhausted');
  });
});

describe('floods', () => {
  it('answers 429 with Retry-After beyond the limit, until the next minute', async () => {
    const harness = await start({ maxPostsPerMinute: 2 });
    harness.advance(15_000);
    const optOut = (): Promise<Response> =>
      harness.send('POST', '/opt-outs', { alternative: 'id-document', locale: 'en' });
    expect([(await optOut()).status, (await optOut()).status]).toEqual([201, 201]);
    const refused = await optOut();
    expect(refused.headers.get('Retry-After')).toBe('45');
    await expectProblem(refused, 429, 'request.too_many');
    expect((await harness.send('GET', '/.well-known/candor')).status).toBe(200);
    harness.advance(45_000);
    expect((await optOut()).status).toBe(201);
  });
});

describe('the host’s credentials', () => {
  it('are asked for with the header and the subject, and refused with 401', async () => {
    const harness = await start({
      authorize: ({ authorization, subject }) => authorization === `Bearer of-${subject}`,
    });
    const request = await sessionRequest(await harness.discover(), { subject: 'a' });
    const refused = await harness.send('POST', '/sessions', request, { Authorization: 'Bearer of-b' });
    expect(refused.headers.get('WWW-Authenticate')).toBe('Bearer');
    await expectProblem(refused, 401, 'session.unknown');
    const accepted = await harness.send('POST', '/sessions', request, { Authorization: 'Bearer of-a' });
    expect(accepted.status).toBe(201);
    const optOut = { alternative: 'id-document', locale: 'en', subject: 'a' };
    await expectProblem(await harness.send('POST', '/opt-outs', optOut), 401, 'session.unknown');
  });
});
