import { eq } from 'drizzle-orm';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeEmbedding } from '../../src/envelope/embedding.js';
import { principalOf } from '../keys/secrets.js';
import { auditLog, cases, exemptions, reviews, verifications, webhookMessages } from '../store/schema.js';
import { caseFor, duplicate, verify } from '../testing/cases.fixture.js';
import { type Harness, startHarness, unitVector } from '../testing/harness.fixture.js';
import { createReviewApp } from './app.js';
import type { ReviewEnv } from './page.js';

let harness: Harness;
let app: Hono<ReviewEnv>;
/** Names the reviewer, as a host's cookie would. */
const as = (reviewer: string): Record<string, string> => ({ 'X-Reviewer': reviewer });

beforeAll(async () => {
  harness = await startHarness();
  app = createReviewApp(harness.context, {
    kind: 'host',
    authorizeReviewer: ({ headers }) => {
      const reviewer = headers.get('x-reviewer');
      return reviewer === null ? null : { reviewer };
    },
  });
});
afterAll(() => harness.close());

async function look(path: string, reviewer = 'rea'): Promise<{ status: number; html: string }> {
  const answer = await app.request(path, { headers: as(reviewer) });
  return { status: answer.status, html: await answer.text() };
}

function hidden(html: string, name: string): string {
  const [, value = ''] = new RegExp(`name="${name}" value="([^"]*)"`).exec(html) ?? [];
  return value;
}

type Fields = Readonly<Record<string, string>>;

/** Fills in the form that stands on a case's page. */
async function fill(
  caseId: string,
  fields: Fields,
  reviewer = 'rea',
): Promise<(over?: Fields) => Promise<Response>> {
  const { html } = await look(`/cases/${caseId}`, reviewer);
  const form = { token: hidden(html, 'token'), revision: hidden(html, 'revision'), ...fields };
  return async (over = {}) =>
    app.request(`http://review.example/cases/${caseId}`, {
      method: 'POST',
      headers: {
        Origin: 'http://review.example',
        'Content-Type': 'application/x-www-form-urlencoded',
        ...as(reviewer),
      },
      body: new URLSearchParams({ ...form, ...over }).toString(),
    });
}

async function stored(caseId: string) {
  const { database } = harness.context;
  const [row] = await database.select().from(cases).where(eq(cases.caseId, caseId));
  if (row === undefined) throw new Error('no such case');
  const [verification] = await database
    .select()
    .from(verifications)
    .where(eq(verifications.verificationId, row.verificationId));
  return {
    row,
    reviewOutcome: verification?.reviewOutcome,
    acts: await database.select().from(reviews).where(eq(reviews.caseId, caseId)),
    logged: await database.select().from(auditLog).where(eq(auditLog.about, caseId)),
    messages: await database
      .select()
      .from(webhookMessages)
      .where(eq(webhookMessages.verificationId, row.verificationId)),
  };
}

describe('who may review', () => {
  it('nobody whom the host does not name: no page shows a case, no form is taken', async () => {
    const { caseId, later } = await duplicate(harness, ['who-1', 'who-2']);
    for (const path of ['/', `/cases/${caseId}`, '/cases/none']) {
      const answer = await app.request(path);
      const html = await answer.text();
      expect([answer.status, html.includes(later.verificationId), html.includes('who-2')]).toEqual([
        401,
        false,
        false,
      ]);
    }
    const post = await app.request(`/cases/${caseId}`, { method: 'POST', body: 'outcome=same_person' });
    expect([401, 403]).toContain(post.status);
    expect((await stored(caseId)).row.state).toBe('open');
  });

  it('whoever has the token, which leaves the address at once and is not in the cookie', async () => {
    const token = 'a-token-of-32-bytes-in-base64url';
    const local = createReviewApp(harness.context, { kind: 'token', token });
    expect((await local.request('/login?token=another')).status).toBe(401);
    const answer = await local.request(`/login?token=${token}`);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect([answer.status, answer.headers.get('location')]).toEqual([303, './']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain(token);
    const [Cookie = ''] = cookie.split(';');
    expect((await local.request('/', { headers: { Cookie } })).status).toBe(200);
    expect((await local.request('/', { headers: { Cookie: `${Cookie}x` } })).status).toBe(401);
    expect((await local.request('/')).status).toBe(401);
  });
});

describe('the pages', () => {
  it('run no script, load nothing from elsewhere and are framed by nobody', async () => {
    const { caseId } = await duplicate(harness, ['csp-1', 'csp-2']);
    for (const path of ['/', `/cases/${caseId}`, '/nothing']) {
      const answer = await app.request(path, { headers: as('rea') });
      expect(answer.headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).not.toMatch(/<script|style=|<img|src=| on\w+=/);
    }
    const css = await app.request('/review.css');
    expect(css.headers.get('content-type')).toContain('text/css');
    expect(await css.text()).not.toMatch(/url\(|@import/);
  });

  it('list what waits, oldest first, a page at a time, and what was decided', async () => {
    const other = await startHarness();
    const small = createReviewApp(other.context, {
      kind: 'host',
      authorizeReviewer: () => ({ reviewer: 'rea' }),
    });
    const ids: string[] = [];
    const one = await verify(other, 'seller-old');
    ids.push(await caseFor(other, one, []));
    for (let index = 0; index < 51; index += 1) {
      // The same verification's row, copied: sealing fifty envelopes would be slow.
      other.advance(60_000);
      const [row] = await other.context.database.select().from(verifications);
      if (row === undefined) throw new Error('no row');
      const verificationId = crypto.randomUUID();
      const copy = { ...row, verificationId, sessionId: crypto.randomUUID() };
      await other.context.database.insert(verifications).values(copy);
      ids.push(await caseFor(other, { verificationId }, []));
    }
    const shown = (html: string) => [...html.matchAll(/data-case="([^"]+)"/g)].map(([, id]) => id);
    const first = await (await small.request('/')).text();
    expect(shown(first)).toEqual(ids.slice(0, 50));
    const [, next = ''] = /href="(\.\/\?after=[^"]+)"/.exec(first) ?? [];
    const second = await (await small.request(`/${next.slice(2)}`)).text();
    expect(shown(second)).toEqual(ids.slice(50));
    expect(first).toContain('52 cases.');
    expect(shown(await (await small.request('/?state=closed')).text())).toEqual([]);
    expect(shown(await (await small.request('/?after=nonsense')).text())).toHaveLength(50);
    await other.close();
  });

  it('show both accounts, the threshold in words and every check, and never a vector or a similarity', async () => {
    const { caseId, earlier, later } = await duplicate(harness, ['see-1', 'see-2']);
    const { html } = await look(`/cases/${caseId}`);
    const threshold = harness.context.config.threshold;
    for (const text of ['see-1', 'see-2', earlier.verificationId, later.verificationId, 'Depth of the face'])
      expect(html).toContain(text);
    expect(html).toMatch(/two different people are taken for one in 1 of [\d,]+ comparisons/);
    expect(html).toContain(threshold.worstGroup?.name.en);
    expect(html).not.toContain(String(threshold.value));
    expect(html).not.toContain(encodeEmbedding(unitVector(1)).data.slice(0, 16));
    expect(html).not.toMatch(/(?<!\d)0\.\d{3,}/);
  });

  it('write what a seller typed as text, whatever it was', async () => {
    const { caseId } = await duplicate(harness, ['<b>x</b>', '"><script>alert(1)</script>']);
    const { html } = await look(`/cases/${caseId}`);
    expect(html).toContain('&quot;&gt;&lt;script&gt;alert(1)');
    expect(html).not.toMatch(/<script|<b>x/);
  });
});

describe('an outcome', () => {
  it.each([
    ['same_person', 'closed'],
    ['different_person', 'closed'],
    ['allowed_second_account', 'closed'],
    ['asked', 'asked'],
  ] as const)(
    '%s is stored with its act, its entry in the log and the message, and nothing else',
    async (outcome, state) => {
      const { caseId, later } = await duplicate(harness, [`${outcome}-1`, `${outcome}-2`]);
      const send = await fill(caseId, { outcome, reason: 'two shops', until: '' });
      const answer = await send();
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `./${caseId}`]);
      const decided = outcome === 'asked' ? null : outcome;
      const { row, reviewOutcome, acts, logged, messages } = await stored(caseId);
      expect(row).toMatchObject({ state, outcome: decided, revision: 1 });
      expect(reviewOutcome).toBe(decided);
      expect(acts).toMatchObject([
        { outcome, reviewer: principalOf(harness.context.secrets, 'reviewer', 'rea') },
      ]);
      expect(logged.map(({ kind }) => kind)).toContain('reviewed');
      expect(messages.filter(({ type }) => type === 'verification.reviewed')).toMatchObject([
        { body: { verificationId: later.verificationId, review: { state, outcome: decided } } },
      ]);
      expect(JSON.stringify([acts, logged])).not.toContain('"rea"');
      expect((await look(`/cases/${caseId}`)).html).toContain('by you');
      expect((await look(`/cases/${caseId}`, 'rob')).html).toContain('by another person');
    },
  );

  it('of a case without a hit is no concern, and nothing about two people', async () => {
    const caseId = await caseFor(harness, await verify(harness, 'alone'), []);
    expect((await (await fill(caseId, { outcome: 'same_person' }))()).status).toBe(400);
    expect((await (await fill(caseId, { outcome: 'no_concern' }))()).status).toBe(303);
    expect((await stored(caseId)).row).toMatchObject({ state: 'closed', outcome: 'no_concern' });
  });

  it('loses against another reviewer who was first, and says what was decided, not by whom', async () => {
    const { caseId } = await duplicate(harness, ['race-1', 'race-2']);
    const [first, second] = [
      await fill(caseId, { outcome: 'different_person' }, 'rea'),
      await fill(caseId, { outcome: 'same_person' }, 'rob'),
    ];
    const answers = await Promise.all([first(), second()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const { row, acts } = await stored(caseId);
    expect(acts).toHaveLength(1);
    const lost = answers.find(({ status }) => status === 409);
    const html = (await lost?.text()) ?? '';
    expect(html).toContain(`data-meanwhile="${row.outcome}"`);
    expect(html).not.toMatch(/rea|rob/);
  });

  it('can be changed by a later look, which takes an exemption back', async () => {
    const { caseId } = await duplicate(harness, ['again-1', 'again-2']);
    const { database, secrets } = harness.context;
    const left = principalOf(secrets, 'subject', 'again-1');
    const held = async () =>
      (await database.select().from(exemptions)).filter((row) => [row.left, row.right].includes(left));
    await (await fill(caseId, { outcome: 'different_person' }))();
    expect(await held()).toMatchObject([{ kind: 'different-person', expiresAt: null }]);
    await (await fill(caseId, { outcome: 'same_person' }))();
    expect(await held()).toEqual([]);
    expect((await stored(caseId)).row).toMatchObject({ outcome: 'same_person', revision: 2 });
  });
});

describe('an allowed second account', () => {
  it('needs a reason and a day that is to come, and says so beside what was typed', async () => {
    const { caseId } = await duplicate(harness, ['why-1', 'why-2']);
    const send = await fill(caseId, { outcome: 'allowed_second_account', reason: ' ', until: '2020-01-01' });
    const answer = await send();
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('Write why a second account is allowed.');
    expect(html).toContain('Name a day that is to come');
    expect(html).toContain('value="2020-01-01"');
    expect((await send({ outcome: '' })).status).toBe(400);
    expect((await stored(caseId)).row.state).toBe('open');
  });

  it('becomes an exemption of the two sellers until the end of that day, and ends with it', async () => {
    const { caseId } = await duplicate(harness, ['two-1', 'two-2']);
    await (
      await fill(caseId, { outcome: 'allowed_second_account', reason: 'two shops', until: '2025-12-01' })
    )();
    const { database, secrets } = harness.context;
    const pair = ['two-1', 'two-2'].map((subject) => principalOf(secrets, 'subject', subject)).toSorted();
    const held = async () =>
      (await database.select().from(exemptions)).filter(({ left }) => left === pair[0]);
    expect(await held()).toMatchObject([
      { left: pair[0], right: pair[1], kind: 'second-account', reason: 'two shops' },
    ]);
    expect((await held())[0]?.expiresAt?.toISOString()).toBe('2025-12-02T00:00:00.000Z');
    await harness.live(11 * 86_400_000);
    expect(await held()).toEqual([]);
  });
});

describe('a form', () => {
  let caseId: string;
  beforeAll(async () => {
    ({ caseId } = await duplicate(harness, ['form-1', 'form-2']));
  });

  it.each([
    ['of another site', {}, { Origin: 'https://elsewhere.example' }],
    ['without the token', { token: '' }, {}],
    ['with an unknown field', { more: '1' }, {}],
    ['of another revision that is no number', { revision: '-1' }, {}],
  ] as const)('%s is refused, and nothing is stored', async (_, over, headers) => {
    const { html } = await look(`/cases/${caseId}`);
    const fields = { token: hidden(html, 'token'), revision: '0', outcome: 'same_person', ...over };
    const answer = await app.request(`http://review.example/cases/${caseId}`, {
      method: 'POST',
      headers: {
        Origin: 'http://review.example',
        'Content-Type': 'application/x-www-form-urlencoded',
        ...as('rea'),
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    });
    expect([400, 403]).toContain(answer.status);
    expect((await stored(caseId)).row.revision).toBe(0);
  });

  it('made for one reviewer is refused from another', async () => {
    const { html } = await look(`/cases/${caseId}`, 'rea');
    const send = await fill(caseId, { outcome: 'same_person', token: hidden(html, 'token') }, 'rob');
    expect((await send()).status).toBe(400);
  });

  it('of more than 16 KiB is refused', async () => {
    const send = await fill(caseId, { outcome: 'same_person', reason: 'x'.repeat(20_000) });
    expect((await send()).status).toBe(413);
  });
});

describe('a withdrawal', () => {
  it('takes the case with it', async () => {
    const { caseId, later } = await duplicate(harness, ['gone-1', 'gone-2']);
    await harness.send('DELETE', `/verifications/${later.verificationId}`, undefined, {
      Authorization: `Bearer ${later.removalToken}`,
    });
    expect((await look(`/cases/${caseId}`)).status).toBe(404);
  });

  it('of the earlier account leaves the case, and says that nothing is left to compare', async () => {
    const { caseId, earlier } = await duplicate(harness, ['left-1', 'left-2']);
    await harness.send('DELETE', `/verifications/${earlier.verificationId}`, undefined, {
      Authorization: `Bearer ${earlier.removalToken}`,
    });
    const { html } = await look(`/cases/${caseId}`);
    expect(html).toContain('Withdrawn by the seller');
    expect(html).not.toContain('left-1');
  });
});
