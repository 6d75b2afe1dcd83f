import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { SHIPPED_MODEL } from '../src/core/shipped-model.js';
import { OutcomeSchema } from '../src/envelope/wire.js';
import { parseTestChallenge } from '../src/liveness/challenge.js';
import { LOOPBACK_ORIGINS } from './allowed-origins.js';
import { findConfigFile, loadConfigFile } from './configuration/file.js';
import { collect, flagsForParseArgs, type Given } from './configuration/given.js';
import { listSettings } from './configuration/settings.js';
import { DEMO_SEARCH, demoOptions } from './demo.js';
import { holderOf } from './folder-lock.js';
import { type OptionIssue, optionIssue, ReceiverOptionError } from './option-error.js';
import { CHECKED_OPTIONS, issuesOf, type ReceiverOptions, type TestOverrides } from './options.js';
import { newReviewToken } from './review/access.js';

const DATA_FOLDER = '.candor/receiver';

/** The flags of `start`, which most commands take.
 * @example
 * if (process.argv.includes('--help')) process.stdout.write(USAGE); */
export const USAGE = `candor-receiver: the reference receiver of Candor, as the fictional marketplace Marktkiste

${listSettings()}  --config FILE         configuration (default: candor.config.ts, .mjs, .js or .json, where there
                        is one); flags and environment come before it
  --help

Each flag may stand in the environment: CANDOR_MAX_ATTEMPTS for --max-attempts. DATABASE_URL=postgres://… uses
Postgres in place of the folder. With NODE_ENV=production, the audience has to be given, notices, alternatives and threshold
have to come from a configuration file, and the two test flags are refused.
`;

/** What the command `candor-receiver` was told, by its flags, the environment and a configuration file: where to listen, and the options of the
 * receiver. Ports: 0 to 65,535, 0 = any free one. Hosts: names or addresses to listen on. */
export interface CliOptions {
  readonly port: number;
  readonly host: string;
  /** Of the three others; absent: `host`. */
  readonly reviewHost?: string | undefined;
  readonly metricsHost?: string | undefined;
  readonly operatorHost?: string | undefined;
  /** Of the reviewers' pages; null = none. */
  readonly reviewPort: number | null;
  /** Null: no metrics. */
  readonly metricsPort: number | null;
  /** Of the operator's interface; null = none. */
  readonly operatorPort: number | null;
  readonly receiver: Omit<ReceiverOptions, 'log'>;
}

const portNumber = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(65_535, 'is not a port: 0…65535'),
);
const text = v.pipe(v.string(), v.minLength(1));
/** What the command has beside the receiver's options. */
const CommandSchema = v.object({
  port: v.optional(portNumber, 8787),
  reviewPort: v.optional(portNumber),
  metricsPort: v.optional(portNumber),
  operatorPort: v.optional(portNumber),
  host: v.optional(text, '127.0.0.1'),
  reviewHost: v.optional(text),
  metricsHost: v.optional(text),
  operatorHost: v.optional(text),
  databaseUrl: v.optional(text),
  signingKeyFile: v.optional(text),
  storageKey: v.optional(text),
  tokenKey: v.optional(text),
  principalKey: v.optional(text),
  webhookUrl: v.optional(text),
  webhookSecrets: v.optional(v.array(text)),
  testChallenge: v.optional(text),
  testOutcome: v.optional(OutcomeSchema.entries.status),
});

/** Options that are code, which a JSON file cannot hold. */
const CODE = ['authorize', 'clientAddress'];
const KNOWN = new Set([...CHECKED_OPTIONS, ...Object.keys(CommandSchema.entries), ...CODE]);

/** Which data folder is meant where none is named: the first that no running receiver holds, or the usual one, to look at. */
export type FolderChoice = 'free' | 'usual';

/** Reads arguments, environment and configuration file.
 * @returns null when help was asked for.
 * @throws {@link ReceiverOptionError}, which names everything that is wrong, or TypeError for a flag that is none; the
 * message is for whoever typed them.
 * @example
 * const options = await readCliOptions(process.argv.slice(2), process.env);
 * if (options !== null) await serve(await createReceiver(options.receiver), options); */
export async function readCliOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  folderChoice: FolderChoice = 'free',
): Promise<CliOptions | null> {
  const values = parseFlags(args);
  if (values.help === true) return null;
  const named = values.config ?? env.CANDOR_CONFIG;
  const path = await findConfigFile(typeof named === 'string' && named !== '' ? named : undefined);
  const file = path === null ? null : await loadConfigFile(path);
  const { given, issues } = collect(values, env);
  return settle({ ...file, ...given }, issues, {
    isProduction: env.NODE_ENV === 'production',
    folderChoice,
  });
}

function parseFlags(args: readonly string[]): Readonly<Record<string, unknown>> {
  try {
    const options = {
      ...flagsForParseArgs(),
      config: { type: 'string' },
      help: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (thrown) {
    const isValue =
      thrown instanceof TypeError &&
      'code' in thrown &&
      thrown.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL';
    // Without it, and without the cause, which repeats it: it may be a secret that lost its flag.
    throw isValue ? new TypeError('there is a value that belongs to no flag') : thrown;
  }
}

interface Circumstances {
  readonly isProduction: boolean;
  readonly folderChoice: FolderChoice;
}

async function settle(
  given: Given,
  before: readonly OptionIssue[],
  where: Circumstances,
): Promise<CliOptions> {
  const command = v.safeParse(CommandSchema, given);
  const issues = [
    ...before,
    ...Object.keys(given).flatMap((key) =>
      KNOWN.has(key) ? [] : [{ field: key, reason: 'there is no such option' }],
    ),
    ...(command.issues ?? []).map((issue) => optionIssue(issue, 'command')),
  ];
  const signingKey = await collecting(issues, 'signing-key', () => readSigningKey(given.signingKeyFile));
  const test = await collecting(issues, 'test-challenge', () => testOverrides(given));
  const webhooks = given.webhooks ?? webhookOf(given);
  const secretKeys = given.secretKeys ?? secretKeysOf(given);
  const { databaseUrl } = given;
  const filled = await fillIn(given, where);
  const receiver = { ...filled, databaseUrl, webhooks, secretKeys, signingKey, test };
  if (command.success && issues.length === 0) {
    const { port, reviewPort = null, metricsPort = null, operatorPort = null } = command.output;
    const { host, reviewHost, metricsHost, operatorHost } = command.output;
    const review = reviewAccess(given.review, reviewPort);
    // Files are code that no compiler has seen; `createReceiver` judges what came of them.
    return {
      port,
      reviewPort,
      metricsPort,
      operatorPort,
      host,
      reviewHost,
      metricsHost,
      operatorHost,
      receiver: { ...receiver, review } as CliOptions['receiver'],
    };
  }
  throw new ReceiverOptionError([...issues, ...issuesOf(receiver, where.isProduction)]);
}

/** The checked options and the code among what was given, over the defaults of where it runs. */
async function fillIn(given: Given, { isProduction, folderChoice }: Circumstances): Promise<Given> {
  const named = [...CHECKED_OPTIONS, ...CODE].flatMap((key) =>
    given[key] === undefined ? [] : [[key, given[key]] as const],
  );
  return {
    ...(isProduction ? strictDefaults() : looseDefaults(given)),
    dataDir:
      given.dataDir ??
      (isProduction || folderChoice === 'usual' ? DATA_FOLDER : await freeFolder(DATA_FOLDER)),
    ...Object.fromEntries(named),
  };
}

/** Nothing of the demo: its words would speak for a marketplace that does not exist, its search compares with everybody, and a
 * threshold is for whoever answers for its false hits to choose. */
function strictDefaults(): Given {
  return { embeddingDim: SHIPPED_MODEL.dim, allowedOrigins: [] };
}

/** The demo's. On a developer's machine, everyone shares one address and tries again all day. */
function looseDefaults({ threeOperators }: Given): Given {
  const none = Number.POSITIVE_INFINITY;
  const loose = { maxAttempts: 200, maxPostsPerMinute: none, maxFailures: none };
  // Three operators compare with everybody, however many these are.
  const search = threeOperators === undefined ? DEMO_SEARCH : { scope: 'gallery' };
  return { ...demoOptions(), search, ...loose, allowedOrigins: LOOPBACK_ORIGINS };
}

/** The one endpoint that flags and the environment can name. One without the other is refused with the receiver's options. */
function webhookOf({ webhookUrl, webhookSecrets }: Given): unknown {
  if (webhookUrl === undefined && webhookSecrets === undefined) return undefined;
  return [{ url: webhookUrl ?? '', secrets: webhookSecrets ?? [] }];
}

/** Those of the keys that flags and the environment can name which are named. */
function secretKeysOf({ storageKey: storage, tokenKey: token, principalKey: principal }: Given): unknown {
  return { storage, token, principal };
}

/** The pages need somebody who may see them: where the configuration names nobody, whoever reads what `start` prints. */
function reviewAccess(given: unknown, reviewPort: number | null): unknown {
  return given ?? (reviewPort === null ? undefined : { kind: 'token', token: newReviewToken() });
}

/** The first folder of this name that no running receiver holds, so that two can be tried side by side. */
async function freeFolder(name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? name : `${name}-${number}`;
    if ((await holderOf(folder)) === null) return folder;
  }
}

/** What `read` gives; where it throws, undefined and one more issue. */
async function collecting<T>(
  issues: OptionIssue[],
  field: string,
  read: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (thrown) {
    issues.push({ field, reason: thrown instanceof Error ? thrown.message : String(thrown) });
    return undefined;
  }
}

async function readSigningKey(path: unknown): Promise<KeyObject | undefined> {
  if (typeof path !== 'string') return undefined;
  const pem = await readFile(path).catch(({ code }: NodeJS.ErrnoException) => {
    // Without the path: it may be the key itself.
    throw new TypeError(`there is no file at this path that can be read (${code})`);
  });
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  return key;
}

function testOverrides({ testChallenge, testOutcome }: Given): TestOverrides | undefined {
  if (testChallenge === undefined && testOutcome === undefined) return undefined;
  const outcome = OutcomeSchema.entries.status.options.find((option) => option === testOutcome);
  const steps = typeof testChallenge === 'string' ? testSteps(testChallenge) : undefined;
  return { steps, outcome };
}

function testSteps(text: string): TestOverrides['steps'] {
  try {
    return parseTestChallenge(text).steps;
  } catch {
    // Without the value, which the cause repeats: it may belong to another setting, which is secret.
    throw new TypeError('is not steps in order within the clip, such as turn-left@1100,turn-right@3000');
  }
}
