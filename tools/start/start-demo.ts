import { join } from 'node:path';
import {
  type CliOptions,
  createReceiver,
  demoOptions,
  jsonLines,
  type Log,
  type ReceiverOptions,
  reviewAddress,
  serve,
} from '../../receiver/index.js';
import { DEMO_OPERATORS } from './demo-operators.js';
import { OperatorLog } from './operator-log.js';
import { serveApp } from './serve-app.js';
import { type ShareNodes, startShareNodes } from './share-nodes.js';
import { createStaticApp } from './static-app.js';

export interface StartDemoOptions {
  /** Port of the page, 0 = any free one. */
  readonly port: number;
  /** As `readCliOptions` of `candor/receiver` gives it. */
  readonly receiver: CliOptions;
  /** Default: JSON lines on stderr. */
  readonly log?: Log;
  /** Default: demo-dist. */
  readonly folder?: string;
  /** With it, three operators keep a part of each template, and the receiver none: their nodes run beside it, from the receiver's data
   * folder. Its notices are the demo's then. */
  readonly three?: {
    /** What Node runs as a node. Default: the published command. */
    readonly program?: readonly string[];
  };
}

export interface RunningDemo {
  readonly demoUrl: string;
  readonly receiverUrl: string;
  /** Where a reviewer begins; null where there are no pages for reviewers. */
  readonly reviewUrl: string | null;
  /** Those of the three operators; null where the receiver compares by itself. */
  readonly nodes: ShareNodes | null;
  /** Resolves when all ports are free, the database is closed, and the nodes have ended. Idempotent. */
  close(): Promise<void>;
}

/** Starts the receiver and the built page in this process, and the operators' nodes, should there be any, in their own.
 * @throws what the receiver or a taken port throws; nothing is left running then. */
export async function startDemo(options: StartDemoOptions): Promise<RunningDemo> {
  const log =
    options.log ??
    jsonLines(
      (line) => process.stderr.write(line),
      () => new Date(),
    );
  const open: Array<() => Promise<void>> = [];
  const close = async (): Promise<void> => {
    for (const closeOne of open.splice(0).reverse()) await closeOne();
  };
  try {
    const three = await startOperators(options);
    if (three !== null) open.push(() => three.nodes.close());
    const own = three === null ? {} : threeOptions(three.nodes);
    const receiver = await createReceiver({ ...options.receiver.receiver, ...own, log });
    open.push(() => receiver.close());
    const serving = await serve(receiver, options.receiver);
    open.push(() => serving.close());
    const { review } = options.receiver.receiver;
    const reviewUrl =
      serving.reviewUrl === null || review === undefined ? null : reviewAddress(serving.reviewUrl, review);
    const folder = options.folder ?? 'demo-dist';
    const operators = three?.log.serve;
    const app = createStaticApp({ folder, endpoint: serving.url, reviewUrl, operators });
    const page = await serveApp(app, options.port);
    open.push(async () => {
      three?.log.close();
      await page.close();
    });
    return { demoUrl: page.url, receiverUrl: serving.url, reviewUrl, nodes: three?.nodes ?? null, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

interface RunningOperators {
  readonly nodes: ShareNodes;
  readonly log: OperatorLog;
}

/** @returns null where the receiver compares by itself. */
async function startOperators({ three, receiver }: StartDemoOptions): Promise<RunningOperators | null> {
  if (three === undefined) return null;
  const { audience, threshold, embeddingDim, dataDir } = receiver.receiver;
  const log = new OperatorLog(DEMO_OPERATORS.map(({ name }) => name));
  const nodes = await startShareNodes({
    ...three,
    folder: join(dataDir, 'operators'),
    audience,
    model: { id: threshold.modelId, dim: embeddingDim, threshold: threshold.value },
    onLine: (party, line) => log.add(party, line),
  });
  return { nodes, log };
}

/** What the receiver is told of them, and what its sellers are. The three compare with everybody. */
function threeOptions({ threeOperators }: ShareNodes): Partial<ReceiverOptions> {
  const { notices } = demoOptions(DEMO_OPERATORS);
  return { threeOperators, notices, search: { scope: 'gallery' } };
}
