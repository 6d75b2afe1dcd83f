import { parse } from 'valibot';
import { type Discovery, OutcomeSchema } from '../../src/envelope/wire.js';
import { newFace } from '../testing/seller.fixture.js';
import { newcomer, type Reachable, sealed } from './crowd.js';
import { type Times, timesOf } from './times.js';

/** Of `POST /verifications`, one after the other. */
export interface HitTimes {
  /** Of those who are nobody's duplicate. */
  readonly newcomerMs: Times;
  /** Of those who are one other seller's. */
  readonly hitMs: Times;
}

/** Newcomers and duplicates in turns, because a machine is busier at one time than at another; who comes first changes each time.
 * Each duplicate is of one newcomer.
 * @throws Error where one is not answered as it is. */
export async function hitTimes(receiver: Reachable, pairs: number): Promise<HitTimes> {
  const discovery = await receiver.discover();
  const times = { no_duplicate: [] as number[], needs_review: [] as number[] };
  let enrolled = newFace();
  await answered(receiver, discovery, enrolled, 'no_duplicate');
  for (let pair = 0; pair < pairs; pair += 1) {
    const face = newFace();
    const turns = [
      ['no_duplicate', face],
      ['needs_review', enrolled],
    ] as const;
    for (const [status, embedding] of pair % 2 === 0 ? turns : turns.toReversed())
      times[status].push(await answered(receiver, discovery, embedding, status));
    enrolled = face;
  }
  return { newcomerMs: timesOf(times.no_duplicate), hitMs: timesOf(times.needs_review) };
}

/** @returns the time until the answer was there, ms. */
async function answered(
  receiver: Reachable,
  discovery: Discovery,
  face: Float32Array,
  expected: 'no_duplicate' | 'needs_review',
): Promise<number> {
  const envelope = await sealed(await newcomer(discovery, receiver), 'x-wing', face);
  const startedAt = performance.now();
  const answer = await receiver.deliver(envelope);
  const body = await answer.text();
  const spentMs = performance.now() - startedAt;
  const { status } = parse(OutcomeSchema, JSON.parse(body));
  if (status !== expected) throw new Error(`answered ${status} in place of ${expected}`);
  return spentMs;
}
