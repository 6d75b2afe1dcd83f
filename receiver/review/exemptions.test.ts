import { eq, or } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/envelope/wire.js';
import { principalOf } from '../keys/secrets.js';
import { exemptions } from '../store/schema.js';
import { duplicate, verify } from '../testing/cases.fixture.js';
import { fill, harness, provideReview } from './reviewer.fixture.js';

/** How long two sellers are no hit of each other, and what was written about them. */

provideReview();

const REASON = 'runs a second shop for their sister Mia';

async function allowed(subjects: readonly [string | undefined, string | undefined]) {
  const pair = await duplicate(harness, subjects);
  const send = await fill(pair.caseId, { outcome: 'allowed_second_account', reason: REASON, until: '' });
  expect((await send()).status).toBe(303);
  return pair;
}

async function heldBy(kind: 'subject' | 'verification', name: string) {
  const party = principalOf(harness.context.secrets, kind, name);
  const isIt = or(eq(exemptions.left, party), eq(exemptions.right, party));
  return harness.context.database.select().from(exemptions).where(isIt);
}

async function withdraw({ verificationId, removalToken }: Outcome): Promise<void> {
  const headers = { Authorization: `Bearer ${removalToken}` };
  const answer = await harness.send('DELETE', `/verifications/${verificationId}`, undefined, headers);
  expect(answer.status).toBe(200);
}

describe('an allowed second account', () => {
  it.each(['earlier', 'later'] as const)(
    'ends with the record of the %s one, and its reason with it',
    async (which) => {
      const subjects = [`${which}-1`, `${which}-2`] as const;
      const pair = await allowed(subjects);
      expect(await heldBy('subject', subjects[0])).toMatchObject([{ reason: REASON, expiresAt: null }]);
      await withdraw(pair[which]);
      for (const subject of subjects) expect(await heldBy('subject', subject)).toEqual([]);
      expect(JSON.stringify(await harness.context.database.select().from(exemptions))).not.toContain(REASON);
    },
  );

  it('of a seller without an id ends with the one verification', async () => {
    const { earlier, later } = await allowed(['named', undefined]);
    expect(await heldBy('verification', later.verificationId)).toHaveLength(1);
    await withdraw(earlier);
    expect(await heldBy('verification', later.verificationId)).toEqual([]);
  });

  it('goes on while another record of the seller is stored, without what was written about the first', async () => {
    const { earlier, later } = await allowed(['stays-1', 'stays-2']);
    const [before, after] = [await verify(harness, 'stays-1'), await verify(harness, 'stays-2')];
    await withdraw(earlier);
    expect(await heldBy('subject', 'stays-1')).toMatchObject([{ reason: REASON }]);
    await withdraw(later);
    expect(await heldBy('subject', 'stays-1')).toMatchObject([{ kind: 'second-account', reason: null }]);
    await Promise.all([before, after].map(withdraw));
    expect(await heldBy('subject', 'stays-1')).toEqual([]);
  });

  it('is not given with an account that was withdrawn before the decision', async () => {
    const { caseId, earlier, later } = await duplicate(harness, ['gone-before-1', 'gone-before-2']);
    await withdraw(earlier);
    await (await fill(caseId, { outcome: 'allowed_second_account', reason: REASON, until: '' }))();
    expect(await heldBy('subject', 'gone-before-2')).toEqual([]);
    await withdraw(later);
  });
});
