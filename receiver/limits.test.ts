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

/** The marketplace says that every subject is who asks. */
const vouched = { authorize: () => true };

describe('attempts', () => {
  it('counts down per subject, ends in 429 with Retry-After, and starts again after the window', async () => {
    const harness = await start({ ...vouched, maxAttempts: 3, attemptWindowMs: 600_000 });
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
    const harness = await start({ ...vouched, maxAttempts: 4, maxAttemptsPerAddress: 6, trustProxy: 1 });
    const answers = await Promise.all(
      Array.from({ length: 18 }, (_, index) => open(harness, index % 2 === 0 ? 'a' : 'b', '192.0.2.1')),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(6);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(12);
  });

  it('counts the address of a subject that nobody vouches for: a fresh one each time buys nothing', async () => {
    const harness = await start({ maxAttempts: 2, trustProxy: 1 });
    expect((await open(harness, 'fresh-1', '192.0.2.1')).status).toBe(201);
    expect((await open(harness, 'fresh-2', '192.0.2.1')).status).toBe(201);
    await expectProblem(await open(harness, 'fresh-3', '192.0.2.1'), 429, 'attempts.exhausted');
  });

  it('lets nobody use up the attempts of another seller by stating their subject', async () => {
    const unvouched = await start({ maxAttempts: 2, trustProxy: 1 });
    for (let attempt = 0; attempt < 3; attempt += 1) await open(unvouched, 'victim', '203.0.113.9');
    expect((await open(unvouched, 'victim', '192.0.2.1')).status).toBe(201);

    const authorized = await start({
      maxAttempts: 2,
      trustProxy: 1,
      authorize: ({ authorization, subject }) => authorization === `Bearer of-${subject}`,
    });
    const request = await sessionRequest(await authorized.discover(), { subject: 'victim' });
    const as = (name: string): Promise<Response> =>
      authorized.send('POST', '/sessions', request, { Authorization: `Bearer of-${name}` });
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expectProblem(await as('attacker'), 401, 'session.unknown');
    expect((await as('victim')).status).toBe(201);
  });

  it('counts all subjects of one address together as well, and says how many are really left', async () => {
    const harness = await start({ ...vouched, maxAttempts: 3, maxAttemptsPerAddress: 4, trustProxy: 1 });
    const left = async (subject: string): Promise<number> =>
      (await (await open(harness, subject, '192.0.2.1')).json()).attemptsLeft;
    expect([await left('a'), await left('a'), await left('b'), await left('c')]).toEqual([2, 1, 1, 0]);
    await expectProblem(await open(harness, 'd', '192.0.2.1'), 429, 'attempts.exhausted');
    expect((await open(harness, 'd', '192.0.2.2')).status, 'from another address').toBe(201);
  });

  it.each([
    ['another port', ['192.0.2.1:1000', '192.0.2.1:1001']],
    ['an IPv6 spelling of the same address', ['192.0.2.1', '::ffff:192.0.2.1']],
    ['the next address of its network', ['2001:db8:1:2::1', '[2001:db8:1:2:ffff::2]:443']],
  ])('takes a client on %s for the same', async (_, [one, second]) => {
    const harness = await start({ maxAttempts: 1, trustProxy: 1 });
    expect((await open(harness, undefined, one)).status).toBe(201);
    await expectProblem(await open(harness, undefined, second), 429, 'attempts.exhausted');
    expect((await open(harness, undefined, '2001:db8:1:3::1')).status, 'another network').toBe(201);
  });

  it('believes as many proxies as it is told of, and none else', async () => {
    const one = await start({ maxAttempts: 1, trustProxy: 1 });
    expect((await open(one, undefined, '192.0.2.1')).status).toBe(201);
    // The client may write anything in front; the last hop is the proxy's own.
    await expectProblem(await open(one, undefined, '203.0.113.9, 192.0.2.1'), 429, 'attempts.exhausted');

    const two = await start({ maxAttempts: 1, trustProxy: 2 });
    expect((await open(two, undefined, '192.0.2.1, 10.0.0.1')).status).toBe(201);
    expect((await open(two, undefined, '192.0.2.2, 10.0.0.1')).status).toBe(201);
    await expectProblem(
      await open(two, undefined, '8.8.8.8, 192.0.2.2, 10.0.0.2'),
      429,
      'attempts.exhausted',
    );

    const none = await start({ maxAttempts: 1 });
    expect((await open(none, undefined, '192.0.2.1')).status).toBe(201);
    await expectProblem(await open(none, undefined, '192.0.2.2'), 429, 'attempts.exhausted');
  });
});

describe('an app under another server', () => {
  it('takes the address from whoever mounts it', async () => {
    const harness = await start({
      maxAttempts: 1,
      clientAddress: ({ headers }) => headers.get('X-Forwarded-For') ?? undefined,
    });
    expect((await open(harness, undefined, '192.0.2.1')).status).toBe(201);
    expect((await open(harness, undefined, '192.0.2.2')).status).toBe(201);
    await expectProblem(await open(harness, undefined, '192.0.2.1'), 429, 'attempts.exhausted');
  });

  it('without an address stops no seller for another that the marketplace vouches for, and says so once', async () => {
    const harness = await start({
      ...vouched,
      maxAttempts: 1,
      maxAttemptsPerAddress: 1,
      maxPostsPerMinute: 1,
    });
    expect([(await open(harness, 'a')).status, (await open(harness, 'b')).status]).toEqual([201, 201]);
    await expectProblem(await open(harness, 'a'), 429, 'attempts.exhausted');
    expect(harness.logged.filter(({ event }) => event === 'address.unknown')).toHaveLength(1);
  });
});

describe('floods', () => {
  it('answers 429 with Retry-After beyond the limit, until the next minute', async () => {
    const harness = await start({ maxPostsPerMinute: 2, trustProxy: 1 });
    harness.advance(15_000);
    const optOut = (address = '192.0.2.1'): Promise<Response> =>
      harness.send(
        'POST',
        '/opt-outs',
        { alternative: 'id-document', locale: 'en' },
        { 'X-Forwarded-For': address },
      );
    expect([(await optOut()).status, (await optOut()).status]).toEqual([201, 201]);
    const refused = await optOut();
    expect(refused.headers.get('Retry-After')).toBe('45');
    await expectProblem(refused, 429, 'request.too_many');
    await expectProblem(await optOut('192.0.2.1:4711'), 429, 'request.too_many');
    expect((await optOut('192.0.2.2')).status, 'another client').toBe(201);
    expect((await harness.send('GET', '/.well-known/candor')).status).toBe(200);
    const end = `/sessions/${crypto.randomUUID()}`;
    const ended = await harness.send('DELETE', end, undefined, { 'X-Forwarded-For': '192.0.2.1' });
    await expectProblem(ended, 429, 'request.too_many');
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
