import type { Hono } from 'hono';
import { createApp } from './app.js';
import { checkClock, isClockBelieved } from './clock.js';
import { openComparison } from './comparison.js';
import type { ReceiverContext } from './context.js';
import { FalseHitsWatch } from './false-hits.js';
import { type FolderInUseError, type FolderLostError, lockFolder } from './folder-lock.js';
import { type DeploymentKeys, openDeploymentKeys } from './keys/deployment-keys.js';
import { keyPlaceOf } from './keys/key-place.js';
import { KeyLostError, principalOf, type Secrets } from './keys/secrets.js';
import { type CountPost, countInMemory, PostLimit } from './limits.js';
import { traceOf } from './log.js';
import { Following } from './matching/following.js';
import { Openers } from './openers/openers.js';
import { createOperatorApp, type OperatorEnv } from './operator/app.js';
import { checkOptions, type ReceiverConfig, type ReceiverOptions } from './options.js';
import { createReviewApp } from './review/app.js';
import type { ReviewEnv } from './review/page.js';
import { Storage } from './storage.js';
import type { DatabaseInUseError } from './store/life-lock.js';
import { registerNotices } from './store/notices.js';
import { openDatabase } from './store/open-database.js';
import { countPost } from './store/post-counts.js';
import { logServed } from './store/served.js';
import { findTemplate } from './store/templates.js';
import { rememberSender } from './store/webhook-messages.js';
import { openThreeOperators } from './three-operators/three-operators.js';
import { rotateKeys, tidy } from './upkeep.js';
import { WebhookSender } from './webhooks/sender.js';

const UPKEEP_INTERVAL_MS = 3_600_000;

/** A receiver that runs, as {@link createReceiver} makes it: its apps, which answer on whatever port they are put ({@link serve}), and what its host
 * does with it. Whoever makes one closes it. */
export interface Receiver {
  /** For `app.fetch` on any server, or {@link serve}. */
  readonly app: Hono;
  /** The reviewers' pages, for a port or a path of their own (docs/review.md); null without the option `review`. */
  readonly review: Hono<ReviewEnv> | null;
  /** The operator's interface, for a port of its own (docs/operator.md); null without the option `operator`. */
  readonly operator: Hono<OperatorEnv> | null;
  /** Aborted, with the reason, when another receiver has taken the data folder or the database, or shares a copy of its keys: every request is then answered 503, and
   * nothing is stored or deleted any more. */
  readonly lost: AbortSignal;
  /** Deletes what is due and rotates keys now, unless another receiver of the deployment is at it; also runs at start and every
   * hour. */
  upkeep(): Promise<void>;
  /** The stored embedding, decrypted and turned back, as it arrived but for its length, or null once it is gone. For tests: no route leads here. The
   * caller wipes it. */
  readTemplate(verificationId: string): Promise<Float32Array<ArrayBuffer> | null>;
  /** Ends upkeep, closes the database, lets go of the data folder. Idempotent. */
  close(): Promise<void>;
}

/** Builds a receiver: checks the options, makes or reads the keys, migrates the database.
 * @throws {@link ReceiverOptionError}, {@link FolderInUseError}, {@link DatabaseInUseError}, {@link KeyLostError}, or the error of the file system or the database.
 * @example
 * const receiver = await createReceiver({ ...demoOptions(), allowedOrigins: ['https://shop.example'], dataDir: '/var/lib/candor' });
 * const { url, close } = await serve(receiver, { port: 8787 }); */
export async function createReceiver(options: ReceiverOptions): Promise<Receiver> {
  return (await assemble(options)).receiver;
}

/** @returns the receiver and what is behind its app, for tests. */
export async function assemble(
  options: ReceiverOptions,
  open: typeof openDatabase = openDatabase,
): Promise<{ readonly receiver: Receiver; readonly context: ReceiverContext }> {
  const config = checkOptions(options, process.env.NODE_ENV === 'production');
  const losing = new AbortController();
  const lose = (reason: FolderLostError | DatabaseInUseError | KeyLostError): void => losing.abort(reason);
  const isAlone = keyPlaceOf(config).kind === 'own_folder';
  // Receivers that share their keys have nothing in the folder.
  const release = isAlone ? [(await lockFolder(config.dataDir, lose)).release] : [];
  const close = async (): Promise<void> => {
    for (const step of release.splice(0).reverse()) await step();
  };
  try {
    const opened = await open(config.databaseUrl, config.dataDir, 'migrate', config.index);
    const storage = new Storage(opened, losing.signal);
    release.push(() => storage.close());
    const life = await opened.shared?.holdForLife(isAlone ? 'alone' : 'shared', lose);
    release.push(async () => life?.release());
    // Before keys are destroyed by it.
    await checkClock(storage.database, config);
    const keys = await openDeploymentKeys(config, opened, losing.signal);
    release.push(() => keys.templateKeys.slots.close());
    const context = await prepare(config, storage, keys, isAlone);
    release.push(() => context.matcher.close());
    release.push(() => context.openers.close());
    release.push(async () => context.three?.removals.close());
    return { receiver: run(context, keys, { lost: losing.signal, lose }, close), context };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function prepare(
  config: ReceiverConfig,
  storage: Storage,
  keys: DeploymentKeys,
  isAlone: boolean,
): Promise<ReceiverContext> {
  const { database } = storage;
  const { secrets, keyRing, templateKeys } = keys;
  const falseHits = new FalseHitsWatch(config);
  const noteGallery = (templates: number): void => falseHits.seen(templates);
  const three = await openThreeOperators(config, database, isAlone);
  const comparison = await openComparison(config, database, secrets, templateKeys, noteGallery);
  if (config.webhooks.length > 0) await rememberSender(database, config.now());
  await tidy({ config, database, storage, erasing: comparison.erasing }, keys);
  falseHits.start(three === null ? comparison.matcher.gallerySize : await three.count());
  const noticeHashes = await registerNotices(database, config.notices, config.now());
  await logServed(database, config, noticeHashes, config.now());
  const counting = postCounting(storage, secrets);
  const posts = new PostLimit(config.maxPostsPerMinute, counting);
  const openers = startOpeners(config);
  const own = { config, secrets, keyRing, openers, storage, database, noticeHashes };
  return { ...own, posts, countPost: counting, three, noteGallery, ...comparison };
}

function startOpeners({ openers, audience, embeddingDim, log }: ReceiverConfig): Openers {
  return new Openers(openers, {
    setUp: { audience, embeddingDim },
    onLost: () => log({ event: 'opener.lost' }),
  });
}

/** In the database, where other receivers may answer the same client. */
function postCounting({ shared, database }: Storage, secrets: Secrets): CountPost {
  if (shared === null) return countInMemory();
  return (client, minute) => countPost(database, principalOf(secrets, 'posting-address', client), minute);
}

interface Losing {
  readonly lost: AbortSignal;
  readonly lose: (reason: KeyLostError) => void;
}

/** Keeps the index in step with other receivers, where there may be any; and finds out whether one of them has a copy of the keys. */
function follow(
  { storage, database, matcher, config }: ReceiverContext,
  { mark }: DeploymentKeys,
  { lose }: Losing,
): Following | null {
  if (storage.shared === null) return null;
  const { listen } = storage.shared;
  const catchUp = async (from: typeof database): Promise<void> => {
    await mark?.check().catch((thrown: unknown) => {
      if (!(thrown instanceof KeyLostError)) throw thrown;
      lose(thrown);
    });
    await matcher.keepUp(from);
  };
  return new Following({ database, listen, catchUp, log: config.log });
}

function run(
  context: ReceiverContext,
  keys: DeploymentKeys,
  losing: Losing,
  release: () => Promise<void>,
): Receiver {
  const { config, database, matcher, templates, three } = context;
  const { lost } = losing;
  const upkeep = async (): Promise<void> => {
    lost.throwIfAborted();
    await rotateKeys(context);
    await matcher.keepUp(database);
    await tidy(context, keys);
    await three?.tidy();
  };
  const fail = (during: string) => (thrown: unknown) =>
    config.log({ event: 'failed', during, error: traceOf(thrown) });
  const timer = setInterval(() => void upkeep().catch(fail('upkeep')), UPKEEP_INTERVAL_MS);
  timer.unref();
  lost.addEventListener('abort', () => fail('lock')(lost.reason), { once: true });
  const { webhooks: endpoints, now, log } = config;
  const mayGiveUp = (): Promise<boolean> => isClockBelieved(database, config);
  const sender = new WebhookSender({ database, endpoints, now, log, mayGiveUp });
  // Another sends, and asks operators, from the same database now.
  lost.addEventListener('abort', () => void sender.close(), { once: true });
  three?.removals.soon();
  lost.addEventListener('abort', () => void three?.removals.close(), { once: true });
  const following = follow(context, keys, losing);
  lost.addEventListener('abort', () => void following?.close(), { once: true });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    clearInterval(timer);
    closing ??= Promise.all([sender.close(), following?.close()]).then(release);
    return closing;
  };
  config.log({ event: 'started', locales: Object.keys(config.notices), test: config.test !== undefined });
  const readTemplate = async (verificationId: string): Promise<Float32Array<ArrayBuffer> | null> => {
    const row = await findTemplate(database, verificationId);
    return row === null ? null : templates.openPlain(row);
  };
  const review = config.review === undefined ? null : createReviewApp(context, config.review);
  const operator = config.operator === undefined ? null : createOperatorApp(context, config.operator);
  return { app: createApp(context), review, operator, lost, upkeep, readTemplate, close };
}
