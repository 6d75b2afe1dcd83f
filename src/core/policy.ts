import { CandorError } from './errors.js';

/** What a Content-Security-Policy refused. The refused call only says that it failed, as it does for a network that is
 * down; the browser tells the difference in an event of its own, a moment later. */

/** Longest wait for that event after the failure, ms. */
const MOMENT_MS = 100;

export interface Refusal {
  /** As in the header: `connect-src`. */
  readonly directive: string;
  /** What was refused: an address, or a word like `trusted-types-policy`. */
  readonly blocked: string;
}

/** Hears every refusal from its making until it is closed. In a worker, those of the worker's own policy. */
export class PolicyEar {
  readonly #heard: Refusal[] = [];
  readonly #closed = new AbortController();
  #wake: () => void = () => {};

  constructor() {
    if (!canHear()) return;
    // The types of a worker do not know that it hears these events too.
    const hear = (event: Event): void => {
      const { effectiveDirective, blockedURI, disposition } = event as SecurityPolicyViolationEvent;
      // A policy on trial refuses nothing.
      if (disposition !== 'enforce') return;
      this.#heard.push({ directive: effectiveDirective, blocked: blockedURI });
      this.#wake();
    };
    globalThis.addEventListener('securitypolicyviolation', hear, { signal: this.#closed.signal });
  }

  /** The first refusal that is meant, once something failed: waits a moment for it. */
  async find(isMeant: (refusal: Refusal) => boolean): Promise<Refusal | null> {
    if (!canHear()) return null;
    const untilMs = performance.now() + MOMENT_MS;
    for (;;) {
      const found = this.#heard.find(isMeant);
      const leftMs = untilMs - performance.now();
      if (found !== undefined || leftMs <= 0) return found ?? null;
      await this.#nextWithin(leftMs);
    }
  }

  close(): void {
    this.#closed.abort();
  }

  #nextWithin(durationMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, durationMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Node has no policy, and no such event. */
function canHear(): boolean {
  return typeof globalThis.addEventListener === 'function';
}

/** Sends a request that a policy may forbid.
 * @param url - absolute.
 * @throws `env.csp_blocked`, naming the directive and the origin that it lacks; else what `send` threw. */
export function underPolicy<T>(url: string, send: () => Promise<T>): Promise<T> {
  const { origin } = new URL(url);
  return hearing(
    send,
    ({ directive, blocked }) => directive === 'connect-src' && originOf(blocked) === origin,
    `connect-src ${origin}`,
  );
}

/** Fetches a script that a policy may forbid.
 * @param url - absolute; null where the bundler alone knows it.
 * @throws `env.csp_blocked`, naming what the directive lacks; else what `load` threw. */
export function underScriptPolicy<T>(url: string | null, load: () => Promise<T>): Promise<T> {
  const origin = url === null ? null : originOf(url);
  return hearing(
    load,
    ({ directive, blocked }) =>
      directive.startsWith('script-src') && (origin === null || originOf(blocked) === origin),
    `script-src ${origin ?? globalThis.origin}`,
  );
}

/** @throws `env.csp_blocked` where a refusal that is meant is why `work` failed. */
async function hearing<T>(
  work: () => Promise<T>,
  isMeant: (refusal: Refusal) => boolean,
  detail: string,
): Promise<T> {
  const ear = new PolicyEar();
  try {
    return await work();
  } catch (cause) {
    // Only a TypeError may be one; whoever left or waited too long is not kept waiting.
    if (!(cause instanceof TypeError)) throw cause;
    if ((await ear.find(isMeant)) === null) throw cause;
    throw new CandorError('env.csp_blocked', { cause, detail });
  } finally {
    ear.close();
  }
}

function originOf(address: string): string | null {
  try {
    return new URL(address).origin;
  } catch {
    return null;
  }
}
