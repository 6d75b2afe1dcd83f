import { access, readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReceiverOptions } from '../options.js';
import type { Given } from './given.js';

/** What a configuration file may hold: the receiver's options, and those of the command. Flags come before the environment,
 * and the environment before the file. */
export interface CandorConfig
  extends Partial<Omit<ReceiverOptions, 'now' | 'random' | 'log' | 'signingKey' | 'test'>> {
  /** Default 8787; 0 = any free one. */
  readonly port?: number | undefined;
  /** Of the reviewers' pages. Default: they are not served. */
  readonly reviewPort?: number | undefined;
  /** Of `GET /metrics`; default: not served. */
  readonly metricsPort?: number | undefined;
  /** Of the operator's interface (`operator`). Default: it is not served. */
  readonly operatorPort?: number | undefined;
  /** Address to listen on. Default 127.0.0.1. */
  readonly host?: string | undefined;
  /** The same of the reviewers' pages, of `GET /metrics` and of the operator's interface. Default: `host`. */
  readonly reviewHost?: string | undefined;
  readonly metricsHost?: string | undefined;
  readonly operatorHost?: string | undefined;
  /** Path of an Ed25519 private key, PEM. */
  readonly signingKeyFile?: string | undefined;
  /** One endpoint of {@link ReceiverOptions.webhooks}, where that is not given. */
  readonly webhookUrl?: string | undefined;
  readonly webhookSecrets?: readonly string[] | undefined;
  /** Such as `turn-left@1100,turn-right@3000`. Refused with NODE_ENV=production. */
  readonly testChallenge?: string | undefined;
  /** Refused with NODE_ENV=production. */
  readonly testOutcome?: 'no_duplicate' | 'needs_review' | undefined;
}

/** Gives an editor the types of a configuration file: `export default defineConfig({ … })`.
 * @example
 * const config = defineConfig({ allowedOrigins: ['https://shop.example'] }); */
export function defineConfig(config: CandorConfig): CandorConfig {
  return config;
}

/** Looked for in the working directory, in this order. */
const NAMES = ['candor.config.ts', 'candor.config.mjs', 'candor.config.js', 'candor.config.json'];

/** @returns the path of the configuration file, or null where there is none.
 * @param named - a path that was asked for: it has to be there. */
export async function findConfigFile(named: string | undefined): Promise<string | null> {
  if (named !== undefined) return resolve(named);
  for (const name of NAMES) {
    const isThere = await access(name).then(
      () => true,
      () => false,
    );
    if (isThere) return resolve(name);
  }
  return null;
}

/** Reads `.json`, `.mjs`, `.js`, and `.ts` where Node.js strips types: by itself from 22.18 on, before with a loader such as
 * `node --import tsx`.
 * @throws TypeError when it holds no object, or cannot be loaded by this Node.js. */
export async function loadConfigFile(path: string): Promise<Given> {
  const content =
    extname(path) === '.json' ? parseJson(path, await readFile(path, 'utf8')) : await importDefault(path);
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new TypeError(`${path} does not hold, or export as default, an object`);
  return Object.fromEntries(Object.entries(content));
}

/** The engine's own message quotes the text, and with it a secret that stands there. */
function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError(`${path} is not JSON`);
  }
}

async function importDefault(path: string): Promise<unknown> {
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(path).href);
    return module.default;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_UNKNOWN_FILE_EXTENSION'))
      throw cause;
    throw new TypeError(
      `${path}: Node.js ${process.version} does not load TypeScript; use 22.18 or later, a loader (node --import tsx), or a .mjs or .json file`,
    );
  }
}
