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
  | { readonly event: 'stranger'; readonly code: ShareErrorCode }
  | {
      readonly event: 'failed';
      readonly caller: string;
      readonly code: ShareErrorCode;
      readonly detail: string;
    };
