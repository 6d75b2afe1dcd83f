import { withTimeout } from '../core/abort.js';
import { CandorError } from '../core/errors.js';
import { PolicyEar } from '../core/policy.js';
import { retryOf, type Try } from '../core/retry.js';
import { shownAddress } from '../core/shown-address.js';
import { POLICY_NAME, trustedAddress } from '../core/trusted-script.js';
import { resolveAssets } from './assets.js';

/** Starting a worker's file. A browser only says that it failed; why is found out here, for whoever can mend it. */

/** Each is one file of the package (tools/build/doors.ts). */
export type WorkerFile = 'candor-worker.js' | 'candor-share-worker.js';

/** A file, and where the page finds it: a bundler may have given it another name. */
export interface WorkerScript {
  readonly file: WorkerFile;
  readonly url: string;
}

const WORKER_FILES: readonly WorkerFile[] = ['candor-worker.js', 'candor-share-worker.js'];
const PROBE_TIMEOUT_MS = 10_000;
/** COEP values under which a page lets a worker in. */
const EMBEDDER_POLICIES = /^(require-corp|credentialless)\b/;

/** @throws `config.invalid` for a worker of another origin, which no browser starts. */
export function assertSameOrigin(url: string, assetsUrl: string | undefined): void {
  const { origin } = new URL(url);
  if (origin === globalThis.origin) return;
  const what =
    assetsUrl === undefined ? `assetsUrl is missing and the widget's script is of ${origin}` : 'assetsUrl';
  const detail = `${what}: the worker must come from the page's own origin ${globalThis.origin}, not ${origin}`;
  throw new CandorError('config.invalid', { detail });
}

/** The addresses that the policy passes: the workers beside the script, under whatever names a bundler gave them, and those
 * of a folder of the page's own origin. */
function isOwnWorker(address: string): boolean {
  const { origin, pathname } = new URL(address);
  if (origin !== globalThis.origin) return false;
  const { worker, shareWorker } = resolveAssets();
  const isBeside = [worker, shareWorker].some((url) => pathname === new URL(url).pathname);
  return isBeside || WORKER_FILES.some((file) => pathname.endsWith(`/${file}`));
}

/** @throws `env.csp_blocked`, `runtime.worker_failed` where the browser refuses at once. */
export function createWorker(url: string): Worker {
  const address = trustedAddress(url, isOwnWorker);
  try {
    return new Worker(address, { type: 'module', name: 'candor' });
  } catch (cause) {
    // Trusted Types are the one TypeError for an address that was resolved before.
    if (cause instanceof TypeError)
      throw new CandorError('env.csp_blocked', { cause, detail: `trusted-types ${POLICY_NAME}` });
    throw new CandorError('runtime.worker_failed', { cause, detail: 'start' });
  }
}

/** Listens, while a worker starts, to what the browser says about policies. */
export class StartEar {
  readonly #policy = new PolicyEar();
  /** Addresses that the page's embedder policy refused. */
  readonly #notEmbedded: unknown[] = [];
  readonly #observer: ReportingObserver | null = null;
  readonly #script: WorkerScript;

  constructor(script: WorkerScript) {
    this.#script = script;
    if (typeof ReportingObserver !== 'function') return;
    this.#observer = new ReportingObserver((reports) => this.#keep(reports), { types: ['coep'] });
    this.#observer.observe();
  }

  /** Why a worker whose file brought no word of its own did not start, and whether it may yet. */
  async explain(failure: CandorError, signal: AbortSignal): Promise<Try<never>> {
    const { url } = this.#script;
    const refusal = await this.#policy.find(({ blocked }) => blocked !== '' && url.startsWith(blocked));
    if (refusal !== null) {
      const detail = `${refusal.directive} ${globalThis.origin}`;
      return never(new CandorError('env.csp_blocked', { cause: failure, detail }));
    }
    this.#keep(this.#observer?.takeRecords() ?? []);
    if (this.#notEmbedded.includes(url)) return never(this.#embedderBlocked(failure));
    return this.#probe(failure, signal);
  }

  close(): void {
    this.#policy.close();
    this.#observer?.disconnect();
  }

  #keep(reports: readonly Report[]): void {
    // Chromium's report of this type has its fields in the JSON only.
    this.#notEmbedded.push(...reports.map(({ body }) => JSON.parse(JSON.stringify(body ?? {})).blockedURL));
  }

  /** Asks for the file itself, past the HTTP cache, which is thereby mended too. */
  async #probe(failure: CandorError, signal: AbortSignal): Promise<Try<never>> {
    const { file, url } = this.#script;
    const at = `${file} at ${shownAddress(url)}`;
    try {
      const response = await withTimeout(PROBE_TIMEOUT_MS, 'assets.timeout', signal, async (inner) => {
        const answer = await fetch(url, { cache: 'reload', credentials: 'same-origin', signal: inner });
        await answer.arrayBuffer();
        return answer;
      });
      return this.#judge(response, failure, at);
    } catch (cause) {
      signal.throwIfAborted();
      // A page may forbid itself this request and not the worker: then nothing is known but that it failed.
      const refusal = await this.#policy.find(({ directive }) => directive === 'connect-src');
      const error = refusal === null ? new CandorError('assets.load_failed', { cause, detail: at }) : failure;
      return { kind: 'failed', error, again: 'soon' };
    }
  }

  #judge(response: Response, failure: CandorError, at: string): Try<never> {
    const { headers, status } = response;
    const type = headers.get('Content-Type') ?? 'no type';
    const saying = (detail: string): CandorError =>
      new CandorError('assets.load_failed', { cause: failure, detail: `${at}, ${detail}` });
    if (!response.ok) return { kind: 'failed', error: saying(`HTTP ${status}`), again: retryOf(response) };
    if (!/(java|ecma)script/i.test(type))
      return { kind: 'failed', error: saying(`served as ${type} and not as text/javascript`), again: 'soon' };
    const isLetIn = EMBEDDER_POLICIES.test(headers.get('Cross-Origin-Embedder-Policy') ?? '');
    // Where the browser does not report it, what is left is the likely cause; a file that came broken once looks the same.
    const isLikely = this.#observer === null && !isLetIn && failure.detail === 'start';
    return { kind: 'failed', error: isLikely ? this.#embedderBlocked(failure) : failure, again: 'soon' };
  }

  #embedderBlocked(cause: CandorError): CandorError {
    const detail = `${this.#script.file} needs Cross-Origin-Embedder-Policy`;
    return new CandorError('env.coep_blocked', { cause, detail });
  }
}

function never(error: CandorError): Try<never> {
  return { kind: 'failed', error, again: 'never' };
}
