import type { ReceiverKey } from '../../src/envelope/open.js';
import type { SharedEnvelope, SharedPayload } from '../../src/envelope/three-share.js';
import type { Envelope, Payload } from '../../src/envelope/wire.js';

/** With the whole template in it, or without. */
export type Sealed = Envelope | SharedEnvelope;
export type Opened = Payload | SharedPayload;

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
  | { readonly kind: 'open'; readonly id: number; readonly envelope: Sealed };

/** Thread → receiver. */
export type OpenerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'opened'; readonly id: number; readonly payload: Opened }
  /** Without saying why, as `EnvelopeInvalid`. */
  | { readonly kind: 'invalid'; readonly id: number };
