import type { ReceiverKey } from '../../src/envelope/open.js';
import type { Envelope, Payload } from '../../src/envelope/wire.js';

/** What an opening thread is started with. */
export interface OpenerSetUp {
  readonly audience: string;
  /** Numbers in an embedding. */
  readonly embeddingDim: number;
}

/** Receiver → thread. */
export type OpenerTask =
  /** In the place of those before, which the thread wipes. */
  | { readonly kind: 'keys'; readonly keys: readonly ReceiverKey[] }
  | { readonly kind: 'open'; readonly id: number; readonly envelope: Envelope };

/** Thread → receiver. */
export type OpenerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'opened'; readonly id: number; readonly payload: Payload }
  /** Without saying why, as `EnvelopeInvalid`. */
  | { readonly kind: 'invalid'; readonly id: number };
