import type { ShareErrorCode } from '../errors.js';
import type { Party } from '../party.js';

/** What a node says of itself, for its log: no share, no template's id. */
export type Notice =
  | { readonly event: 'up' | 'down'; readonly party: Party; readonly code?: ShareErrorCode }
  | { readonly event: 'stranger'; readonly code: ShareErrorCode }
  | {
      readonly event: 'failed';
      readonly caller: string;
      readonly code: ShareErrorCode;
      readonly detail: string;
    };
