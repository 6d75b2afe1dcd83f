import { type Endpoint, expose, transfer, wrap } from 'comlink';
import type { CaptureEmbedding } from '../../core/observation.js';
import { WIDGET } from '../../core/version.js';
import type { Reply, VisionEndpoint } from '../protocol.js';
import type { ShareEndpoint } from '../seller-vision.js';
import { endpointOf } from './endpoint.js';

/** Both workers, as the page has them: the share worker's own methods, and an analysis worker that has a template ready, behind real
 * channels and comlink. */

export interface Behaviour {
  readonly finish: () => Promise<Reply<CaptureEmbedding>>;
  /** What the share worker says that it is; null: nothing at all. */
  readonly shareVersion: string | null;
}

const done = async (): Promise<Reply<undefined>> => ({ kind: 'ok', value: undefined });

function analysisOf({ finish }: Behaviour): Partial<VisionEndpoint> {
  return {
    hello: async () => ({ kind: 'ok', value: WIDGET }),
    load: done,
    fetchEmbedding: done,
    finish: async () => {
      const reply = await finish();
      return reply.kind === 'ok' ? transfer(reply, [reply.value.embedding.buffer]) : reply;
    },
    reset: done,
  };
}

function shareWorkerOf({ shareVersion }: Behaviour): ShareEndpoint {
  const never = new Promise<never>(() => {});
  return {
    ...endpointOf((channel) => wrap<VisionEndpoint>(channel)),
    hello: () => (shareVersion === null ? never : Promise.resolve({ kind: 'ok', value: shareVersion })),
  };
}

/** A `Worker` class of a page, with all that was started and all that its pages heard. */
export function workersWith(behaviour: Behaviour) {
  const started: WorkerDouble[] = [];
  const heard: unknown[] = [];

  class WorkerDouble extends EventTarget {
    isTerminated = false;
    readonly isShareWorker: boolean;
    readonly #page: MessagePort;

    constructor(url: string) {
      super();
      const { port1, port2 } = new MessageChannel();
      this.#page = port1;
      this.isShareWorker = url.includes('share-worker');
      // Node's ports are what comlink asks for; its types name those of a page.
      expose(this.isShareWorker ? shareWorkerOf(behaviour) : analysisOf(behaviour), port2 as Endpoint);
      port1.onmessage = ({ data }) => {
        heard.push(data);
        this.dispatchEvent(new MessageEvent('message', { data }));
      };
      started.push(this);
    }

    postMessage(message: unknown, given: Transferable[] = []): void {
      this.#page.postMessage(message, given);
    }

    start(): void {}

    terminate(): void {
      this.isTerminated = true;
      this.#page.close();
    }
  }

  return { WorkerDouble, started, heard };
}
