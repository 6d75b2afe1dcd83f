import { randomUUID } from 'node:crypto';
import { parse } from 'valibot';
import {
  type Discovery,
  type Envelope,
  type Kem,
  type Session,
  SessionSchema,
} from '../../src/envelope/wire.js';
import type { Harness } from '../testing/harness.fixture.js';
import { newFace, sealFor, sessionRequest } from '../testing/seller.fixture.js';

/** A crowd of sellers at a receiver. Imports no test runner: a client in a process of its own is one too. */

/** Clients who wait for their answer at once. */
export const CLIENTS = 64;
export const CROWD = Number(process.env.CANDOR_BENCH_CROWD ?? 128);

/** A receiver as a client has it: its app in this process, or an address. */
export type Reachable = Pick<Harness, 'discover' | 'send' | 'deliver'>;

/** Somebody with a session. */
export interface Newcomer {
  readonly discovery: Discovery;
  readonly subject: string;
  readonly session: Session;
}

export async function newcomer(discovery: Discovery, receiver: Reachable): Promise<Newcomer> {
  const subject = randomUUID();
  const answer = await receiver.send('POST', '/sessions', await sessionRequest(discovery, { subject }));
  return { discovery, subject, session: parse(SessionSchema, await answer.json()) };
}

export function sealed(
  { discovery, subject, session }: Newcomer,
  kem: Kem,
  embedding: Float32Array = newFace(),
): Promise<Envelope> {
  return sealFor(discovery, session, { subject, embedding, kem });
}

/** Per second. */
export interface CrowdRates {
  readonly sessions: number;
  readonly verifications: number;
}

/** {@link CROWD} sellers, never more than {@link CLIENTS} of them waiting at once. They seal while no clock runs.
 * @throws Error where one is not accepted. */
export async function crowd(receiver: Reachable, kem: Kem): Promise<CrowdRates> {
  const discovery = await receiver.discover();
  const opened = await each(Array.from({ length: CROWD }), () => newcomer(discovery, receiver));
  const envelopes = await each(opened.results, (one) => sealed(one, kem));
  const delivered = await each(envelopes.results, (envelope) => deliverTo(receiver, envelope));
  return { sessions: CROWD / opened.seconds, verifications: CROWD / delivered.seconds };
}

async function deliverTo(receiver: Reachable, envelope: Envelope): Promise<void> {
  const answer = await receiver.deliver(envelope);
  const said = await answer.text();
  if (answer.status !== 201) throw new Error(`${answer.status} ${said}`);
}

async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>) {
  const results: R[] = [];
  // One iterator for all: each client takes the next.
  const next = items.values();
  const startedAt = performance.now();
  const client = async (): Promise<void> => {
    for (const item of next) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { results, seconds: (performance.now() - startedAt) / 1_000 };
}
