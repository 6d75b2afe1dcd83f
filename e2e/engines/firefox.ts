import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine.js';

/** Firefox by WebDriver BiDi (W3C), without a driver between: Playwright brings a Firefox of its own, and no real camera with it. */

type Preferences = Readonly<Record<string, boolean | number | string>>;

/** Nothing of the browser's own on the network, and WebGL2 without a GPU. */
const QUIET: Preferences = {
  'app.update.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'media.gmp-manager.url': 'http://127.0.0.1:9/',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.telemetry.server': '',
  'webgl.force-enabled': true,
};

const START_MS = 60_000;
const LISTENING = /WebDriver BiDi listening on (ws:\/\/\S+)/;

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Firefox does not listen: ${said}`)), START_MS);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, address] = LISTENING.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stderr?.on('data', hear);
    child.stdout?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said}`)));
  });
}

interface Answer {
  readonly id?: number;
  readonly type: string;
  readonly result?: unknown;
  readonly message?: string;
}

/** One command at a time is answered in any order. */
class Session {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer: Answer = JSON.parse(String(data));
      if (answer.id === undefined) return;
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
  }

  static async open(url: string): Promise<Session> {
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', reject, { once: true });
    });
    return new Session(socket);
  }

  /** @throws what the browser says against it. */
  async send<T>(method: string, params: object = {}): Promise<T> {
    this.#last += 1;
    const id = this.#last;
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`);
    return answer.result as T; // as WebDriver BiDi has it
  }

  close(): void {
    this.#socket.close();
  }
}

async function profileWith(preferences: Preferences): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-firefox-'));
  const lines = Object.entries({ ...QUIET, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(folder, 'user.js'), lines.join('\n'));
  return folder;
}

export interface FirefoxOptions {
  readonly preferences: Preferences;
  /** Where a display and a session bus are, should there be any: without them it is headless. */
  readonly env?: Readonly<Record<string, string>> | undefined;
}

export async function startFirefox({ preferences, env }: FirefoxOptions): Promise<Engine> {
  const profile = await profileWith(preferences);
  const args = [...(env === undefined ? ['--headless'] : []), '--no-remote', '--profile', profile];
  const child = spawn('firefox-esr', [...args, '--remote-debugging-port=0', 'about:blank'], {
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_ENABLE_WAYLAND: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    await rm(profile, { recursive: true, force: true });
  };
  try {
    const session = await Session.open(`${await addressOf(child)}/session`);
    return await drive(session, end);
  } catch (thrown) {
    await end();
    throw thrown;
  }
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result: { readonly value: string };
  readonly exceptionDetails?: { readonly text: string };
}

async function drive(session: Session, end: () => Promise<void>): Promise<Engine> {
  const { capabilities } = await session.send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  const { contexts } = await session.send<{ contexts: readonly { context: string }[] }>(
    'browsingContext.getTree',
  );
  const [{ context } = { context: '' }] = contexts;
  await session.send('browsingContext.setViewport', { context, viewport: { width: 1280, height: 900 } });
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    goto: async (url) =>
      void (await session.send('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate: async (body) => {
      const evaluated = await session.send<Evaluated>('script.evaluate', {
        expression: `(async () => JSON.stringify((await (async () => { ${body} })()) ?? null))()`,
        target: { context },
        awaitPromise: true,
      });
      if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails?.text);
      return JSON.parse(evaluated.result.value);
    },
    screenshot: async (path) => {
      const { data } = await session.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      await writeFile(path, Buffer.from(data, 'base64'));
    },
    close: async () => {
      session.close();
      await end();
    },
  };
}
