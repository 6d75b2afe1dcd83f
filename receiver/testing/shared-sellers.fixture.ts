import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'valibot';
import { expect, vi } from 'vitest';
import type { Withdrawal } from '../../src/envelope/stored-record.js';
import { StoredRecordSchema, WithdrawalSchema } from '../../src/envelope/stored-record.js';
import type { SharedEnvelope } from '../../src/envelope/three-share.js';
import {
  type Outcome,
  OutcomeSchema,
  type Session,
  SessionSchema,
  type StoredRecord,
} from '../../src/envelope/wire.js';
import { cases } from '../store/schema.js';
import { type Harness, newFace, sessionRequest } from './harness.fixture.js';
import { type SharedSealOptions, sealSharedFor } from './operators.fixture.js';

/** Sellers of a receiver that has three operators compare. */

export async function sealedBy(
  harness: Harness,
  subject: string,
  options: SharedSealOptions = {},
): Promise<{ readonly envelope: SharedEnvelope; readonly session: Session }> {
  const session = await openedSession(harness, subject);
  const envelope = await sealSharedFor(await harness.discover(), session, { subject, ...options });
  return { envelope, session };
}

/** Opens it as a page does, which tries again: after a start the three have to find each other. */
async function openedSession(harness: Harness, subject: string): Promise<Session> {
  const request = await sessionRequest(await harness.discover(), { subject });
  return vi.waitFor(async () => {
    const answer = await harness.send('POST', '/sessions', request);
    expect(answer.status).toBe(201);
    return parse(SessionSchema, await answer.json());
  }, 20_000);
}

export async function outcomeOf(answer: Response): Promise<Outcome> {
  return parse(OutcomeSchema, await answer.json());
}

export async function verifyShared(
  harness: Harness,
  subject: string,
  embedding = newFace(),
): Promise<Outcome> {
  const { envelope } = await sealedBy(harness, subject, { embedding });
  return outcomeOf(await harness.deliver(envelope));
}

async function ask(harness: Harness, method: string, { verificationId, removalToken }: Outcome) {
  const headers = { Authorization: `Bearer ${removalToken}` };
  return (await harness.send(method, `/verifications/${verificationId}`, undefined, headers)).json();
}

export async function withdrawalOf(harness: Harness, outcome: Outcome): Promise<Withdrawal> {
  return parse(WithdrawalSchema, await ask(harness, 'DELETE', outcome));
}

export async function storedRecordOf(harness: Harness, outcome: Outcome): Promise<StoredRecord> {
  return parse(StoredRecordSchema, await ask(harness, 'GET', outcome));
}

/** The verifications that a case names. */
export async function hitsOf({ context }: Harness, { verificationId }: Outcome): Promise<readonly string[]> {
  const found = await context.database.select().from(cases);
  return found.find((one) => one.verificationId === verificationId)?.hits ?? [];
}

/** Delivers it as a page does, which tries again for as long as it hears to. */
export async function untilTaken(harness: Harness, envelope: SharedEnvelope): Promise<Outcome> {
  let answer = await harness.deliver(envelope);
  for (let tries = 0; answer.status === 503 && tries < 100; tries += 1) {
    await wait(200);
    answer = await harness.deliver(envelope);
  }
  expect(answer.status).toBe(201);
  return outcomeOf(answer);
}
