import {
  type CliOptions,
  createReceiver,
  jsonLines,
  type Log,
  reviewAddress,
  serve,
} from '../../receiver/index.js';
import { serveApp } from './serve-app.js';
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
}

export interface RunningDemo {
  readonly demoUrl: string;
  readonly receiverUrl: string;
  /** Where a reviewer begins; null where there are no pages for reviewers. */
  readonly reviewUrl: string | null;
  /** Resolves when both ports are free and the database is closed. Idempotent. */
  close(): Promise<void>;
}

/** Starts the receiver and the built page in this process.
 * @throws what the receiver or a taken port throws; nothing is left running then. */
export async function startDemo(options: StartDemoOptions): Promise<RunningDemo> {
  const log =
    options.log ??
    jsonLines(
      (line) => process.stderr.write(line),
      () => new Date(),
    );
  const receiver = await createReceiver({ ...options.receiver.receiver, log });
  const open: Array<() => Promise<void>> = [() => receiver.close()];
  const close = async (): Promise<void> => {
    for (const closeOne of open.splice(0).reverse()) await closeOne();
  };
  try {
    const serving = await serve(receiver, options.receiver);
    open.push(() => serving.close());
    const { review } = options.receiver.receiver;
    const reviewUrl =
      serving.reviewUrl === null || review === undefined ? null : reviewAddress(serving.reviewUrl, review);
    const folder = options.folder ?? 'demo-dist';
    const app = createStaticApp({ folder, endpoint: serving.url, reviewUrl });
    const page = await serveApp(app, options.port);
    open.push(() => page.close());
    return { demoUrl: page.url, receiverUrl: serving.url, reviewUrl, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}
