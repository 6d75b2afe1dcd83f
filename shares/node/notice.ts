import type { ShareErrorCode } from '../errors.js';
import type { Party } from '../party.js';
import type { OpenedBit } from './decision-log.js';

/** What a node says of itself, for its log: no share, no template's id. */
export type Notice =
  | { readonly event: 'up' | 'down'; readonly party: Party; readonly code?: ShareErrorCode }
  | {
      readonly event: 'opened';
      readonly at: string;
      readonly caller: string;
      readonly kind: 'compare' | 'admit' | 'enrol';
      readonly opened: OpenedBit;
      /** How many it was compared with. */
      readonly rows: number;
    }
  /** Within the last hour a caller has begun so many of the decisions that it may have. */
  | {
      readonly event: 'near_limit';
      readonly at: string;
      readonly caller: string;
      readonly decisions: number;
      readonly limit: number;
    }
  /** Told which rows were near, hidden in its part; or deleted a part and signed for it. */
  | { readonly event: 'collected' | 'removed'; readonly at: string; readonly caller: string }
  /** Its database went away, or does not come back yet: nobody is answered. */
  | { readonly event: 'paused'; readonly code: ShareErrorCode; readonly detail: string }
  | { readonly event: 'resumed' }
  /** Its database cannot be worked with any more: the node is over. */
  | { readonly event: 'stopped'; readonly code: ShareErrorCode; readonly detail: string }
  /** A setting of the database under which a crash of its machine may lose what was said to be stored. */
  | { readonly event: 'unsafe'; readonly setting: string }
  | { readonly event: 'stranger'; readonly code: ShareErrorCode }
  | {
      readonly event: 'failed';
      readonly caller: string;
      readonly code: ShareErrorCode;
      readonly detail: string;
    };
