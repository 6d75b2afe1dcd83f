import { withTimeout } from './abort.js';
import { CandorError } from './errors.js';
import { underScriptPolicy } from './policy.js';
import { tryQuietly, underFreshQuery } from './retry.js';
import { shownAddress } from './shown-address.js';

/** Scripts of the widget that are fetched when they are wanted. A browser keeps a script that arrived broken for as long
 * as the page lives, and its HTTP cache may keep it for a year: another try needs another address. */

/** Longest wait for one try, ms. */
const TIMEOUT_MS = 20_000;
/** Whoever comes later than this does not wait for a try that is still silent, ms: who waited for it may have left. */
const JOIN_MS = 5_000;
/** The address in `() => import("./part-hash.js")`, as it is written or as a bundler left it. */
const IMPORTED = /\bimport\(\s*(?:\/\*.*?\*\/\s*)*(["'`])((?:\.{0,2}\/|https?:)[^"'`$]+)\1/s;

/** What a bundler that joined parts does to tell them apart again: `.then((n) => n.t)`. */
const CHOSEN = /\.then\(\s*\(?(\w+)\)?\s*=>\s*\1\.([\w$]+)\s*\)/;

type Part<T> = (signal: AbortSignal) => Promise<T>;

/** Makes what fetches a part: at the first call, and again after a failure. What was fetched stays.
 * @param load - nothing but `() => import('…')`: bundlers read it, and so is its address found.
 * @param base - `import.meta.url` where `load` is written.
 * @returns a function that throws `assets.load_failed` or `assets.timeout` after three tries, or the signal's reason. */
export function later<T>(load: () => Promise<T>, base: string): Part<T> {
  const origin = originOf(String(load), base);
  const name = origin === null ? 'script' : shownAddress(origin.address);
  let loaded: { readonly part: T } | null = null;
  let hasFailed = false;
  let failure: unknown;
  let running: { readonly script: Promise<T>; readonly sinceMs: number } | null = null;
  const once = (): Promise<T> => {
    if (!hasFailed) return load();
    return origin === null ? bundlersOwn(load, failure) : anew<T>(origin);
  };
  // Whoever waits at the same time waits for the same try.
  const shared = (): Promise<T> => {
    const sinceMs = performance.now();
    if (running !== null && sinceMs - running.sinceMs > JOIN_MS) [hasFailed, running] = [true, null];
    running ??= { script: once(), sinceMs };
    return running.script;
  };
  const asked = (): Promise<T> => underScriptPolicy(origin?.address ?? null, shared);
  return async (signal) => {
    if (loaded !== null) return loaded.part;
    const part = await tryQuietly<T>(signal, async () => {
      try {
        const value = await withTimeout(TIMEOUT_MS, 'assets.timeout', signal, asked, name);
        return { kind: 'done', value };
      } catch (cause) {
        signal.throwIfAborted();
        [hasFailed, failure, running] = [true, cause, null];
        const error = failureOf(cause, name);
        return { kind: 'failed', error, again: error.code === 'env.csp_blocked' ? 'never' : 'soon' };
      }
    });
    loaded = { part };
    return part;
  };
}

interface Origin {
  readonly address: string;
  /** Which of the script's exports is the part; null = all of them. */
  readonly chosen: string | null;
}

/** Where a part comes from, read from the text of the function that fetches it. Null where a bundler has a way of its own. */
export function originOf(source: string, base: string): Origin | null {
  const specifier = IMPORTED.exec(source)?.[2];
  const chosen = CHOSEN.exec(source)?.[2] ?? null;
  if (specifier === undefined || (chosen === null && source.includes('.then('))) return null;
  try {
    return { address: new URL(specifier, base).href, chosen };
  } catch {
    return null;
  }
}

async function anew<T>({ address, chosen }: Origin): Promise<T> {
  const fresh = underFreshQuery(address);
  const script = await import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ fresh);
  return chosen === null ? script : script[chosen];
}

/** webpack asks for the same address again: the HTTP cache must have forgotten the broken file by then. */
async function bundlersOwn<T>(load: () => Promise<T>, failure: unknown): Promise<T> {
  const request = requestOf(failure);
  if (request !== null) await fetch(request, { cache: 'reload' }).catch(() => {});
  return load();
}

/** webpack's error says which script it asked for. Not by `URL.canParse`, which is newer than some browsers that can do the check. */
function requestOf(failure: unknown): string | null {
  const request: unknown = failure instanceof Error ? Reflect.get(failure, 'request') : undefined;
  return typeof request === 'string' && /^https?:\/\/[^/]/.test(request) ? request : null;
}

function failureOf(cause: unknown, name: string): CandorError {
  if (cause instanceof CandorError) return cause;
  const request = requestOf(cause);
  const detail = request === null ? name : shownAddress(request);
  return new CandorError('assets.load_failed', { cause, detail });
}
