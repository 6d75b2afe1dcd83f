import { ShareError } from '../errors.js';
import type { Caller } from './config.js';
import type { DecisionLog } from './decision-log.js';
import type { JointRequest } from './joint-request.js';

export const HOUR_MS = 3_600_000;
/** Of the same sealed parts, those that were cut off included: enough for an operator that goes away and comes back, and far from what
 * it takes to find out a similarity bit by bit. */
const MOST_TRIES = 5;

export interface LimitedBy {
  readonly log: DecisionLog;
  readonly caller: Caller;
  /** Whether a template is stored here now. */
  isStored(template: string): boolean;
  now(): Date;
}

/** Each decision opens one bit. Whoever may ask about the same face again and again would learn more, so each operator counts for itself
 * what it takes part in.
 * @throws {@link ShareError} `shares.repeated` where the same sealed parts were compared before, `shares.too_many` where whoever asks has
 * had as many decisions as one hour allows. */
export async function assertMayDecide(request: JointRequest, limits: LimitedBy): Promise<void> {
  if (request.kind !== 'compare' && request.kind !== 'admit') return;
  await assertNotRepeated(request.parts, limits);
  if (!(await hasDecisionsLeft(limits)))
    throw new ShareError('shares.too_many', { detail: limits.caller.name });
}

/** Whether whoever asks may have another decision within this hour. */
export async function hasDecisionsLeft(by: Pick<LimitedBy, 'log' | 'caller' | 'now'>): Promise<boolean> {
  const { decisionsPerHour } = by.caller;
  return decisionsPerHour === undefined || (await decisionsOfHour(by)) < decisionsPerHour;
}

/** How many somebody has had within the last hour, those that were cut off included. */
export function decisionsOfHour({
  log,
  caller,
  now,
}: Pick<LimitedBy, 'log' | 'caller' | 'now'>): Promise<number> {
  return log.countSince(caller.name, new Date(now().getTime() - HOUR_MS));
}

/** Again only where nothing came of it: no bit was opened, or what was stored with it is gone. */
async function assertNotRepeated(parts: string | null, { log, caller, isStored }: LimitedBy): Promise<void> {
  if (parts === null || caller.may.includes('repeat')) return;
  const tries = await log.triesOf(parts);
  const isDecided = tries.some(
    ({ isOpened, template }) => isOpened && (template === null || isStored(template)),
  );
  if (isDecided || tries.length >= MOST_TRIES) throw new ShareError('shares.repeated');
}
