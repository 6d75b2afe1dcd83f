import { beginReceiver, startTestReceiver, type TestReceiver } from '../../tools/lab/receiver.js';
import { buildDemo } from '../../tools/start/build-demo.js';
import { serveApp } from '../../tools/start/serve-app.js';
import { createStaticApp } from '../../tools/start/static-app.js';

export interface Site {
  /** The demo page. */
  readonly url: string;
  readonly receiver: TestReceiver;
  close(): Promise<void>;
}

/** The built demo and a receiver that asks what the tests' clips answer. */
export async function startSite(): Promise<Site> {
  await buildDemo(() => {});
  await beginReceiver();
  const receiver = await startTestReceiver();
  const site = await serveApp(createStaticApp({ folder: 'demo-dist', endpoint: receiver.url }), 0);
  return {
    url: site.url,
    receiver,
    close: async () => {
      await site.close();
      await receiver.remove();
    },
  };
}
