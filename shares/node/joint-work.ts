import { sharesAgree } from '../agreement.js';
import { decide } from '../decide.js';
import { ShareError } from '../errors.js';
import { concatenateShares } from '../linear.js';
import { reshare } from '../reshare.js';
import { bytesOf } from '../ring.js';
import type { Session } from '../session.js';
import type { ArithmeticShares } from '../sharing.js';
import { areUnitVectors } from '../unit-vectors.js';
import { commitTogether } from './commit.js';
import type { Model } from './config.js';
import type { OpenedBit } from './decision-log.js';
import type { Gallery } from './gallery.js';
import type { Answer } from './messages.js';
import type { Row } from './row-block.js';
import { BLOCK_ROWS } from './row-memory.js';
import type { Store } from './store.js';

/** What one operator does of a request that takes all three. All of it happens in one turn, with the same rows at all three. */
export interface Holdings {
  readonly model: Model;
  readonly store: Store;
  readonly gallery: Gallery;
  now(): Date;
}

/** A request that opens something, as the log has it. */
export interface Decision {
  readonly request: string;
  /** The log's number of its beginning. */
  readonly begun: number;
  /** Notes it, before anybody is told. */
  opened(bit: OpenedBit): Promise<void>;
}

/** Compares a probe with every row. The bit whether any is near is opened to the three; which ones they are is not.
 * @throws {@link ShareError} `shares.mismatch`, `shares.rejected`, and what a round throws; so do the three below. */
export async function compare(
  holdings: Holdings,
  session: Session,
  decision: Decision,
  probe: ArithmeticShares,
): Promise<Answer> {
  return lookFor(probe, holdings, session, decision);
}

/** Compares a newcomer with every row, then stores it at all three or at none. No other request comes between, so of two newcomers at
 * the same moment the second one is compared with the first. */
export async function admit(
  holdings: Holdings,
  session: Session,
  decision: Decision,
  row: Row,
): Promise<Answer> {
  const found = await lookFor(row.shares, holdings, session, decision);
  await storeTogether([row], holdings, session);
  return found;
}

/** Stores new rows at all three or at none. */
export async function enrol(
  holdings: Holdings,
  session: Session,
  decision: Decision,
  rows: readonly Row[],
): Promise<Answer> {
  const all = concatenateShares(rows.map(({ shares }) => shares));
  await assertAgreement(session, all);
  if (!(await areUnitVectors(session, all, holdings.model.dim))) await reject(decision);
  await storeTogether(rows, holdings, session);
  return { kind: 'enrolled' };
}

/** Each operator's part of which rows are near is hidden under a share of zero, and kept for the review queue, which puts the three
 * together. With `none` the same is done with bits that are all zero: the time of an answer is not to tell which it was. */
async function lookFor(
  probe: ArithmeticShares,
  { model, store, gallery, now }: Holdings,
  session: Session,
  decision: Decision,
): Promise<Answer> {
  await assertAgreement(session, probe);
  const found = await decide(session, probe, gallery.blocks(), model.threshold);
  if (found.kind === 'rejected') return reject(decision);
  const { kind: opened, hits } = found;
  await decision.opened(opened);
  const masked = hits.own.slice();
  await session.randomness.hide('binary', masked);
  const { request, begun } = decision;
  await store.hits.keep(request, { masked: bytesOf(masked), begun, opened }, now());
  return { kind: opened };
}

async function storeTogether(
  rows: readonly Row[],
  { store, gallery }: Holdings,
  { rounds }: Session,
): Promise<void> {
  await store.stage('enrol', rows);
  await commitTogether(rounds, true, async () => {
    await store.commitEnrolled(rows.map(({ id }) => id));
    gallery.put(rows);
  });
}

/** Gives every row new shares, at all three or at none. What an earlier try with the same `refresh` has staged at all three stays: each
 * block is made of keys of its own session, so parts of different tries go together. */
export async function refresh(
  { model, store, gallery }: Holdings,
  { rounds }: Session,
  refreshId: string,
): Promise<Answer> {
  if (store.pendingRefresh !== refreshId) await store.beginRefresh(refreshId);
  const { ids } = gallery;
  const staged = await store.stagedIds('refresh');
  const { fromNext, fromPrevious } = await rounds.passToBoth(Uint32Array.of(staged.length));
  const done = Math.min(staged.length, fromNext[0] ?? 0, fromPrevious[0] ?? 0);
  await store.discard(staged.slice(done));
  let at = done;
  for await (const block of reshare(rounds, gallery.blocksOf(ids.slice(done)))) {
    await store.stage('refresh', rowsOfBlock(block, ids.slice(at, at + BLOCK_ROWS), model.dim));
    at += BLOCK_ROWS;
  }
  const now = await store.stagedIds('refresh');
  const isWhole = now.length === ids.length && now.every((id, place) => id === ids[place]);
  const { epoch } = store;
  try {
    await commitTogether(rounds, isWhole, () => store.commitRefresh());
  } finally {
    // Also where the last word was lost. Not in between: the others would wait for it.
    if (store.epoch !== epoch) await reload(store, gallery);
  }
  return { kind: 'refreshed', epoch: store.epoch };
}

/** Takes everything anew from the disk. */
export async function reload(store: Store, gallery: Gallery): Promise<void> {
  gallery.clear();
  for await (const rows of store.rows()) gallery.put(rows);
}

async function assertAgreement({ rounds }: Session, vectors: ArithmeticShares): Promise<void> {
  if (!(await sharesAgree(rounds, vectors))) throw new ShareError('shares.mismatch');
}

async function reject(decision: Decision): Promise<never> {
  await decision.opened('rejected');
  throw new ShareError('shares.rejected');
}

function rowsOfBlock(
  { kind, own, next }: ArithmeticShares,
  ids: readonly string[],
  dim: number,
): readonly Row[] {
  return ids.map((id, row) => {
    const part = [row * dim, (row + 1) * dim] as const;
    return { id, shares: { kind, own: own.slice(...part), next: next.slice(...part) } };
  });
}
