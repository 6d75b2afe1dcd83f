import { beforeAll, describe, expect, it } from 'vitest';
import { encodeEmbedding } from '../../src/envelope/embedding.js';
import { verifications } from '../store/schema.js';
import { caseFor, duplicate, verify } from '../testing/cases.fixture.js';
import { startHarness, unitVector } from '../testing/harness.fixture.js';
import { createReviewApp } from './app.js';
import { app, as, fill, harness, hidden, look, provideReview, stored } from './reviewer.fixture.js';

/** Who sees the pages, what they show, and which forms they take. */

provideReview();

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
    for (const time of ['', '0000-01-01T00:00:00.000Z', '%2B010000-01-01T00:00:00.000Z']) {
      const after = `${time}~${ids[0]}`;
      expect(shown(await (await small.request(`/?after=${after}`)).text()), after).toHaveLength(50);
    }
    expect(shown(await (await small.request('/?after=nonsense')).text())).toHaveLength(50);
    await other.close();
  });

  it('show both accounts, the threshold in words and every check, and never a vector or a similarity', async () => {
    const { caseId, earlier, later } = await duplicate(harness, ['see-1', 'see-2']);
    const { html } = await look(`/cases/${caseId}`);
    const threshold = harness.context.config.threshold;
    for (const text of ['see-1', 'see-2', earlier.verificationId, later.verificationId, 'Depth of the face'])
      expect(html).toContain(text);
    expect(html).toMatch(/two different people are matched by mistake in 1 of [\d,]+ comparisons/);
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
