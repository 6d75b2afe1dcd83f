import type { SealedShares, ShareSealInput } from '../../shares/sealed/seal.js';
import type { EmbeddingEvidence } from '../core/observation.js';
import type { OneWorker, Reply, Vision } from './protocol.js';

/** What the page gets of a capture: its template, to seal it for the receiver, or, where three operators are to keep it, none. */

interface Finished {
  readonly evidence: EmbeddingEvidence;
  /** Wipes the template, wherever it is. Does nothing where that has been done. */
  wipe(): void;
}

/** One that the receiver may open. */
export interface WholeCapture extends Finished {
  readonly kind: 'whole';
  /** Of unit length; the page's own from here on. */
  readonly embedding: Float32Array<ArrayBuffer>;
}

/** One that nobody may open. Its template stays in the share worker and comes out as sealed parts alone, once. */
export interface KeptCapture extends Finished {
  readonly kind: 'kept';
  /** Numbers in the template. */
  readonly dim: number;
  /** Splits the template and seals the parts; the worker wipes it then, whatever happens.
   * @throws `crypto.*`, `runtime.model_failed` where there is no template any more, or none that can be split, `runtime.timeout`,
   * `runtime.worker_failed`. */
  split(terms: ShareTerms): Promise<SealedShares>;
}

export type FinishedCapture = WholeCapture | KeptCapture;

/** For whom a template is split, and what its parts are bound to. */
export type ShareTerms = Omit<ShareSealInput, 'embedding'>;

/** A worker whose captures end in `Result`. */
export interface WorkerWith<Result> extends Omit<OneWorker, 'finish'> {
  /** Ends the capture.
   * @throws `embedding.low_quality` when nothing was embedded, `runtime.*`. */
  finish(): Promise<Result>;
}

export interface VisionWith<Result> extends WorkerWith<Result>, Pick<Vision, 'renew'> {}

/** What looks at a seller's pictures. */
export type SellerVision = VisionWith<FinishedCapture>;

/** What the share worker says of the template that it keeps. */
export type Kept = Pick<KeptCapture, 'evidence' | 'dim'>;

/** The methods of the share worker, called through comlink. Errors cross as in the protocol of the analysis worker. */
export interface ShareWorker {
  /** Name and version of the widget that this worker is of. */
  hello(): Promise<string>;
  /** @param analysis - a channel to the analysis worker; transferred. Whatever came before is forgotten. */
  connect(analysis: MessagePort): Promise<void>;
  /** Has the analysis worker end the capture and hand the template over here.
   * @throws as the analysis worker does. */
  finish(): Promise<Kept>;
  /** As {@link KeptCapture.split}. */
  split(terms: ShareTerms): Promise<SealedShares>;
  /** Wipes the template. */
  reset(): Promise<void>;
}

/** {@link ShareWorker} as it is exposed. */
export type ShareEndpoint = {
  [Method in keyof ShareWorker]: (
    ...args: Parameters<ShareWorker[Method]>
  ) => Promise<Reply<Awaited<ReturnType<ShareWorker[Method]>>>>;
};
