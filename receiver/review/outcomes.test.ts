import { describe, expect, it } from 'vitest';
import { principalOf } from '../keys/secrets.js';
import { exemptions } from '../store/schema.js';
import { caseFor, duplicate, verify } from '../testing/cases.fixture.js';
import { fill, harness, look, provideReview, stored } from './reviewer.fixture.js';

/** What a reviewer decides, and what comes of it. */

provideReview();

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
    expect(html).toContain('Enter a date in the future');
    expect(html).toContain('value="2020-01-01"');
    expect((await send({ until: '9999-12-31', reason: 'two shops' })).status, 'the end of it').toBe(422);
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

describe('a withdrawal', () => {
  it('takes the case with it', async () => {
    const { caseId, later } = await duplicate(harness, ['gone-1', 'gone-2']);
    await harness.send('DELETE', `/verifications/${later.verificationId}`, undefined, {
      Authorization: `Bearer ${later.removalToken}`,
    });
    const gone = await look(`/cases/${caseId}`);
    expect(gone.status).toBe(404);
    expect(gone.html).toContain('The case may have been withdrawn or deleted.');
    expect(gone.html).toContain('href="../"');
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
