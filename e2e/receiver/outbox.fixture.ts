import { type Browser, chromium } from '@playwright/test';
import { Hono } from 'hono';
import {
  type Harness,
  newFace,
  ORIGIN,
  sealFor,
  startHarness,
} from '../../receiver/testing/harness.fixture.js';
import { SOFTWARE_WEBGL_ARGS } from '../../src/testing/index.js';
import type { WaitingEnvelope } from '../../src/vault/vault.js';
import { type ServedApp, serveApp } from '../../tools/start/serve-app.js';
import { installedChromium } from '../../tools/test/chromium.js';
import { bundleExports } from '../support/bundle-exports.js';

/** A page with the real flow and the real storage, a service worker as a host would have it, and a whole receiver behind a
 * network that is slow and loses answers. No camera: what would be sent is sealed here. */
export interface OutboxScene {
  readonly harness: Harness;
  readonly browser: Browser;
  readonly pageUrl: string;
  readonly endpoint: string;
  /** Sealed for one seller's session, ready to be sent from the page. */
  seal(subject: string): Promise<WaitingEnvelope>;
  /** What becomes of the next requests that carry an envelope. */
  network: Network;
  close(): Promise<void>;
}

export interface Network {
  /** Before the receiver hears of it, ms. */
  delayMs: () => number;
  /** The receiver has heard it, and its answer does not come back. */
  losesAnswer: () => boolean;
}

const HTML = `<!doctype html><html lang="en"><title>Outbox</title>
<script type="module">import * as candor from '/candor.js'; window.candor = candor;
const asked = new URLSearchParams(location.search);
if (asked.has('subject')) {
  window.flow = candor.createFlow({ endpoint: asked.get('endpoint'), subject: asked.get('subject') });
}</script></html>`;
const WORKER = `import { deliverOutbox } from '/outbox-worker.js'; self.deliverOutbox = deliverOutbox;`;

export async function startOutboxScene(): Promise<OutboxScene> {
  const page = await serveApp(await pageApp(), 0);
  const harness = await startHarness({ allowedOrigins: [ORIGIN, page.url], now: () => new Date() });
  const network: Network = { delayMs: () => 0, losesAnswer: () => false };
  const receiver = await serveApp(lossy(harness, network), 0);
  const installed = installedChromium();
  const browser = await chromium.launch({
    ...(installed === null ? {} : { executablePath: installed.path }),
    // Without it the widget says that it cannot work here.
    args: [...SOFTWARE_WEBGL_ARGS],
  });
  return {
    harness,
    browser,
    network,
    pageUrl: page.url,
    endpoint: receiver.url,
    seal: (subject) => sealed(harness, { subject, origin: page.url, endpoint: receiver.url }),
    close: () => closeAll(browser, [page, receiver], harness),
  };
}

async function closeAll(browser: Browser, apps: readonly ServedApp[], harness: Harness): Promise<void> {
  await browser.close();
  await Promise.all(apps.map((app) => app.close()));
  await harness.close();
}

async function pageApp(): Promise<Hono> {
  const [page, worker] = await Promise.all([
    bundleExports({ createFlow: 'src/flow/wire-up.ts', createVault: 'src/vault/vault.ts' }),
    bundleExports({ deliverOutbox: 'src/outbox-worker.ts' }),
  ]);
  const script = { 'Content-Type': 'text/javascript' };
  return new Hono()
    .get('/', (context) => context.html(HTML))
    .get('/candor.js', (context) => context.body(page, 200, script))
    .get('/outbox-worker.js', (context) => context.body(worker, 200, script))
    .get('/sw.js', (context) => context.body(WORKER, 200, script));
}

/** In front of the receiver: only envelopes are held up or unheard, or the page would not come up at all. */
function lossy(harness: Harness, network: Network): Pick<Hono, 'fetch'> {
  return {
    fetch: async (request, ...rest) => {
      const isEnvelope = request.method === 'POST' && new URL(request.url).pathname === '/verifications';
      if (!isEnvelope) return harness.receiver.app.fetch(request, ...rest);
      await new Promise((resolve) => setTimeout(resolve, network.delayMs()));
      const answer = await harness.receiver.app.fetch(request, ...rest);
      if (!network.losesAnswer()) return answer;
      const headers = { 'Access-Control-Allow-Origin': request.headers.get('origin') ?? '*' };
      return new Response(null, { status: 503, headers });
    },
  };
}

interface Sender {
  readonly subject: string;
  readonly origin: string;
  readonly endpoint: string;
}

async function sealed(harness: Harness, { subject, origin, endpoint }: Sender): Promise<WaitingEnvelope> {
  const discovery = await harness.discover();
  const session = await harness.openSession({ subject });
  const envelope = await sealFor(discovery, session, { subject, embedding: newFace(), binding: { origin } });
  const { submitBy } = session;
  return { endpoint, envelope, submitBy, consent: {}, consentHash: 'h', noticeVersion: '1' };
}
