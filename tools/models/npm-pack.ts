import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** For tens of megabytes on a slow line. */
const TIMEOUT_MS = 300_000;

/** The tarball of a published package, which is not installed and none of whose scripts are run. npm's own client fetches
 * it, so that registry, proxy, certificates and cache are those that npm is set to on this machine.
 * @param spec - `name@version`. @param env - npm's settings among it.
 * @throws Error with npm's own words; what `signal` is aborted with. */
export async function npmPack(
  spec: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-npm-'));
  try {
    const args = ['pack', spec, '--ignore-scripts', '--prefer-offline', '--loglevel=error'];
    await runNpm([...args, '--pack-destination', folder], env, signal);
    const [tarball] = await readdir(folder);
    if (tarball === undefined) throw new Error('npm pack wrote no file');
    return await readFile(join(folder, tarball));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runNpm(args: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  // Set where npm started this process; on Windows `npm` is a script that only a shell runs.
  const { npm_execpath: npm } = env;
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const options = {
    env,
    timeout: TIMEOUT_MS,
    signal,
    shell: npm === undefined && process.platform === 'win32',
  };
  try {
    await run(command, [...first, ...args], options);
  } catch (failure) {
    signal.throwIfAborted();
    throw new Error(wordsOf(failure));
  }
}

/** npm's own, without the paths of its log. */
function wordsOf(failure: unknown): string {
  const { stderr, killed } = failure as { readonly stderr?: string; readonly killed?: boolean };
  if (killed) return `no answer within ${TIMEOUT_MS / 1_000} s`;
  const lines = (stderr ?? '')
    .split('\n')
    .flatMap((line) => /^npm (?:error|ERR!) (.+)/.exec(line)?.[1] ?? []);
  const words = lines.filter((line) => !line.includes('complete log')).slice(0, 3);
  return words.length > 0 ? words.join('; ') : String(failure);
}
