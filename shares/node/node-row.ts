import { ShareError } from '../errors.js';
import type { Party } from '../party.js';
import type { Database } from './database.js';
import { LAYOUT } from './tables.js';

/** Whose database it is. */
export interface Owner {
  readonly party: Party;
  readonly model: { readonly id: string; readonly dim: number };
}

export interface NodeState {
  /** How often all shares have been refreshed. */
  readonly epoch: number;
  /** The refresh that this epoch began with. */
  readonly lastRefresh: string | null;
  /** The refresh of which not every share is new yet. */
  readonly pendingRefresh: string | null;
}

interface NodeRow {
  readonly layout: number;
  readonly party: number;
  readonly model: string;
  readonly dim: number;
  readonly epoch: number;
  readonly last_refresh: string | null;
  readonly pending_refresh: string | null;
}

/** Reads what the database says of its node; a new one becomes this node's.
 * @throws {@link ShareError} `shares.damaged` for one of another operator, model or layout. */
export async function readNode(database: Database, { party, model }: Owner): Promise<NodeState> {
  await database.query(
    'insert into node (layout, party, model, dim, epoch) select $1, $2, $3, $4, 0 where not exists (select from node)',
    [LAYOUT, party, model.id, model.dim],
  );
  const { rows } = await database.query<NodeRow>('select * from node');
  const [node] = rows;
  const isOurs =
    node?.layout === LAYOUT && node.party === party && node.model === model.id && node.dim === model.dim;
  if (!isOurs) throw new ShareError('shares.damaged', { detail: 'of another operator, model or layout' });
  return { epoch: node.epoch, lastRefresh: node.last_refresh, pendingRefresh: node.pending_refresh };
}
