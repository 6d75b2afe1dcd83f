import { transfer } from 'comlink';
import { wipe } from '../core/bytes.js';
import type { CaptureEmbedding } from '../core/observation.js';
import type { VisionEndpoint } from './protocol.js';
import type { KeptCapture, ShareEndpoint, WholeCapture } from './seller-vision.js';
import type { WorkerScript } from './start-worker.js';
import { openLine, unlessAborted, type WorkerLine } from './worker-line.js';

/** Where the template of a capture goes. It is asked for here alone. */

/** A slow machine embeds all the frames of a capture then. */
const FINISH_TIMEOUT_MS = 60_000;
const ANSWER_TIMEOUT_MS = 15_000;

export interface Ending<Result> {
  finish(): Promise<Result>;
  /** Wipes what is kept of a capture. */
  reset(): Promise<void>;
}

/** What an ending may start beside the analysis worker. */
export interface EndingPlace {
  readonly shareScript: WorkerScript;
  readonly isDistrusted: boolean;
}

/** Whatever it starts ends with the analysis worker. */
export type StartEnding<Result> = (
  analysis: WorkerLine<VisionEndpoint>,
  place: EndingPlace,
  signal: AbortSignal,
) => Promise<Ending<Result>>;

const keepsNothing = async (): Promise<void> => {};

/** To the page, as the analysis worker gives it. */
export const handedOver: StartEnding<CaptureEmbedding> = async (analysis) => ({
  finish: () => analysis.call('finish', FINISH_TIMEOUT_MS, 'runtime.timeout'),
  reset: keepsNothing,
});

/** To the page, which seals it for the receiver. */
export const whole: StartEnding<WholeCapture> = async (analysis) => ({
  finish: async () => {
    const { embedding, ...evidence } = await analysis.call('finish', FINISH_TIMEOUT_MS, 'runtime.timeout');
    return { kind: 'whole', evidence, embedding, wipe: () => wipe(embedding) };
  },
  reset: keepsNothing,
});

/** To the share worker, from worker to worker: the page has the sealed parts.
 * @throws as {@link openLine}, for the share worker. */
export const kept: StartEnding<KeptCapture> = async (analysis, { shareScript, isDistrusted }, signal) => {
  const share = await openLine<ShareEndpoint>(shareScript, isDistrusted, signal);
  endWith(analysis, share);
  endWith(share, analysis);
  return unlessAborted(share, signal, async () => {
    const channel = await analysis.channel(ANSWER_TIMEOUT_MS);
    await share.call('connect', ANSWER_TIMEOUT_MS, 'runtime.timeout', transfer(channel, [channel]));
    return endingAt(share);
  });
};

function endingAt(share: WorkerLine<ShareEndpoint>): Ending<KeptCapture> {
  const reset = (): Promise<void> => share.call('reset', ANSWER_TIMEOUT_MS, 'runtime.timeout');
  return {
    finish: async () => ({
      ...(await share.call('finish', FINISH_TIMEOUT_MS, 'runtime.timeout')),
      kind: 'kept',
      split: (terms) => share.call('split', ANSWER_TIMEOUT_MS, 'runtime.timeout', terms),
      // A worker that cannot be asked any more has ended, and its memory with it.
      wipe: () => void reset().catch(() => {}),
    }),
    reset,
  };
}

/** When one worker ends, for whatever reason, so does the other: neither is of use alone. */
function endWith(
  one: Pick<WorkerLine<VisionEndpoint>, 'closed'>,
  other: Pick<WorkerLine<VisionEndpoint>, 'end'>,
): void {
  const end = (): void => other.end(one.closed.reason);
  if (one.closed.aborted) end();
  else one.closed.addEventListener('abort', end, { once: true });
}
