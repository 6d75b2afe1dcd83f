import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import getPort from 'get-port';
import { type Engine, eventually } from './engine.js';
import { MINI_BROWSER } from './needed.js';

/** WebKitGTK, as Debian ships it, by classic WebDriver (W3C). */

const SCRIPT_MS = 120_000;

/** @throws what the browser says against it. */
async function call<T>(url: string, method: 'GET' | 'POST' | 'DELETE', body?: object): Promise<T> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${url}: ${value.error}, ${value.message}`);
  return value;
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    // The driver's browser with it.
    process.kill(-pid, 'SIGKILL');
  } catch {}
}

/** @param env - where the display and the session bus are. */
export async function startWebKit(env: Readonly<Record<string, string>>): Promise<Engine> {
  const port = await getPort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1', ...env },
    stdio: 'ignore',
    detached: true,
  });
  const root = `http://127.0.0.1:${port}`;
  try {
    await eventually('WebKitWebDriver listens', 10_000, () => call(`${root}/status`, 'GET'));
    return await drive(root, driver);
  } catch (thrown) {
    endGroup(driver);
    throw thrown;
  }
}

async function drive(root: string, driver: ChildProcess): Promise<Engine> {
  const { sessionId, capabilities } = await call<{
    sessionId: string;
    capabilities: { browserName: string; browserVersion: string };
  }>(`${root}/session`, 'POST', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] } },
    },
  });
  const session = `${root}/session/${sessionId}`;
  await call(`${session}/timeouts`, 'POST', { script: SCRIPT_MS, pageLoad: SCRIPT_MS });
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    goto: async (url) => void (await call(`${session}/url`, 'POST', { url })),
    evaluate: async (body) => {
      const script = `const done = arguments[arguments.length - 1];
        (async () => { ${body} })().then(
          (value) => done(JSON.stringify({ value: value ?? null })),
          (thrown) => done(JSON.stringify({ thrown: String(thrown) })),
        );`;
      const answer = JSON.parse(await call(`${session}/execute/async`, 'POST', { script, args: [] }));
      if (answer.thrown !== undefined) throw new Error(answer.thrown);
      return answer.value;
    },
    screenshot: async (path) =>
      writeFile(path, Buffer.from(await call<string>(`${session}/screenshot`, 'GET'), 'base64')),
    close: async () => {
      await call(session, 'DELETE').catch(() => {});
      endGroup(driver);
    },
  };
}
