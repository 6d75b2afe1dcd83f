import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { OpenDatabase } from '../../receiver/store/database.js';
import { verifications } from '../../receiver/store/schema.js';
import type { Accepted, Deployment } from './deployment.fixture.js';

const SELLERS_AT_ONCE = 8;
/** Verifications that are answered before the next kill, and after the last. */
const BETWEEN_KILLINGS = 12;

/** Sellers come and go; from time to time some receivers are killed, and come back.
 * @param victims - for each time, who is killed.
 * @returns what was answered 201. */
export async function whileKilling(
  deployment: Deployment,
  victims: readonly (readonly number[])[],
): Promise<readonly Accepted[]> {
  const accepted: Accepted[] = [];
  const wanted = BETWEEN_KILLINGS * (victims.length + 1);
  const selling = Array.from({ length: SELLERS_AT_ONCE }, async () => {
    while (accepted.length < wanted) accepted.push(await deployment.verifySomewhere());
  });
  for (const [killing, indexes] of victims.entries()) {
    while (accepted.length < BETWEEN_KILLINGS * (killing + 1)) await wait(5 * Math.random());
    await Promise.all(indexes.map((index) => deployment.kill(index)));
    await Promise.all(indexes.map((index) => deployment.restart(index)));
  }
  await Promise.all(selling);
  return accepted;
}

/** Each seller's envelope, delivered once more, is answered as it was. */
export async function expectSameAnswers(
  deployment: Deployment,
  accepted: readonly Accepted[],
): Promise<void> {
  for (const [at, { envelope, outcome }] of accepted.entries())
    expect(await deployment.deliverAt(at % deployment.size, envelope)).toEqual(outcome);
}

/** What was answered is stored, all of it and once. */
export async function expectStoredOnce(
  { database }: OpenDatabase,
  accepted: readonly Accepted[],
): Promise<void> {
  const rows = await database.select({ id: verifications.verificationId }).from(verifications);
  const ids = accepted.map(({ outcome }) => outcome.verificationId);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
}
