import type { KeyObject } from 'node:crypto';
import { availableParallelism } from 'node:os';
import * as v from 'valibot';
import { MOST_FALSE_HITS } from '../src/calibration/operating-points.js';
import type { Bytes } from '../src/core/bytes.js';
import type {
  Action,
  Alternative,
  Challenge,
  Locale,
  Notice,
  Profile,
  Threshold,
} from '../src/core/types.js';
import { isUsableThreshold } from '../src/envelope/threshold.js';
import {
  ActionSchema,
  AlternativeSchema,
  NoticeSchema,
  type Outcome,
  ProfileSchema,
  ThresholdSchema,
} from '../src/envelope/wire.js';
import { ACTIONS } from '../src/liveness/challenge.js';
import type { Log } from './log.js';
import type { SearchPolicy } from './matching/search-policy.js';
import { type OperatorAccess, OperatorAccessSchema } from './operator/access.js';
import { type OptionIssue, optionIssue, refuseIssues } from './option-error.js';
import {
  issuesOfActions,
  issuesOfAlternatives,
  issuesOfKeys,
  issuesOfModel,
  issuesOfNotices,
  issuesOfOrigins,
} from './option-rules.js';
import { type ReviewAccess, ReviewAccessSchema } from './review/access.js';
import { INDEX_KINDS, type IndexKind } from './store/index-kinds.js';
import { type ThreeOperatorsOptions, ThreeOperatorsSchema } from './three-operators/option.js';
import { issuesOfThreeOperators } from './three-operators/rules.js';
import { type WebhookEndpoint, WebhookEndpointSchema } from './webhooks/endpoint.js';

/** `length` bytes from a cryptographically secure source. */
export type Random = (length: number) => Bytes;

/** An alternative as discovery shows it, and what happens next for whoever takes it, per locale. */
export interface OfferedAlternative extends Alternative {
  readonly next: Readonly<Record<Locale, string>>;
}

/** Whether the marketplace's own credentials allow this: yes also says that the subject is who asks. */
export type Authorize = (claim: {
  /** The `Authorization` header as it arrived. */
  readonly authorization: string | undefined;
  readonly subject: string | undefined;
}) => Authorized | Promise<Authorized>;

/** No, yes, or yes with what the seller shares with others: blinded tokens of the payout account, the address, the device. Sellers
 * who share one are compared also where the gallery is not. Asked when a session is opened. */
export type Authorized = boolean | { readonly groups: readonly string[] };

/** Fixes what is otherwise drawn or decided. Refused with NODE_ENV=production; every record made under it is marked. */
export interface TestOverrides {
  readonly steps?: Challenge['steps'] | undefined;
  readonly outcome?: Outcome['status'] | undefined;
}

/** Options of {@link createReceiver}. Those that must be given: `audience`, `allowedOrigins`, `notices`, `threshold`, `embeddingDim`,
 * `alternatives`, `dataDir`; {@link demoOptions} fills them in for a trial, and for nothing else. Times are milliseconds, keys base64url. What is unusable (out of its
 * range, or two options that exclude each other) is a {@link ReceiverOptionError} that names every such option, and nothing starts. */
export interface ReceiverOptions {
  /** Whom envelopes are sealed for; both sides mix it into the key (`info`). 1–512 characters, stable. */
  readonly audience: string;
  /** Exact origins of the pages that embed the widget. `http://localhost:*` and `http://127.0.0.1:*` stand for any port
   * and are refused with NODE_ENV=production. */
  readonly allowedOrigins: readonly string[];
  readonly notices: Readonly<Record<Locale, Notice>>;
  /** The operating point of the comparison. No threshold, no receiver (requirement M-01). {@link calibratedThreshold} gives it
   * for the models that were measured; for another model the figures are yours to measure (`npm run bench:accuracy`). */
  readonly threshold: Threshold;
  /** Numbers in an embedding of `threshold.modelId`. */
  readonly embeddingDim: number;
  /** Templates that are expected to be stored at one time: the log warns at start when `threshold` is too low for as many. For those
   * that are stored it warns without this too, at start and when they become too many. Default 0. */
  readonly gallerySize?: number | undefined;
  /** Among whom a newcomer is searched (docs/matching.md). */
  readonly search?:
    | {
        /** Default `groups`: nobody is compared with all sellers unless that is switched on. */
        readonly scope?: SearchPolicy['scope'] | undefined;
        /** Default 0.1. */
        readonly mostFalseHits?: number | undefined;
      }
    | undefined;
  /** Where templates are searched: `exact`, in this process's memory; or `pgvector`, in the database, for galleries beyond that: then
   * vectors lie in the database, in half precision under the secret matrix (docs/matching.md). Default `exact`. */
  readonly index?: IndexKind | undefined;
  /** With it, this receiver gets no template: three operators keep it in parts and compare (docs/three-operators.md). Needs `search.scope`
   * `gallery`. Default: this receiver keeps and compares templates itself. */
  readonly threeOperators?: ThreeOperatorsOptions | undefined;
  /** At least one besides the reserved `second-account` (requirement L-03). */
  readonly alternatives: readonly OfferedAlternative[];
  /** Folder for keys and, without `databaseUrl`, the database. */
  readonly dataDir: string;
  /** Folder for keys that several receivers of one PostgreSQL have mounted, in place of the one in `dataDir` (docs/several-receivers.md). */
  readonly keysDir?: string | undefined;
  /** Keeps the keys in the PostgreSQL that several receivers share, wrapped by the first of these: 32 bytes each, base64url. The others
   * still open what they wrapped, until `keys rotate` has wrapped all anew. */
  readonly masterKeys?: readonly string[] | undefined;
  /** Keys that come from outside, such as the environment, in place of where the rest is: 32 bytes each, base64url. */
  readonly secretKeys?: Partial<Readonly<Record<'storage' | 'token' | 'principal', string>>> | undefined;
  /** `postgres://…` for Postgres, `memory://` for a database that dies with the process. Default: PGlite in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** Movements that a challenge may ask for. Default: all five. */
  readonly actions?: readonly Action[] | undefined;
  /** Default: `standard` and `no-gestures`. */
  readonly profiles?: readonly Profile[] | undefined;
  /** Whether a seller who asks for the check by coloured light gets colours. Default false (requirement C-09). */
  readonly light?: boolean | undefined;
  /** Sessions per subject, or per address where there is no subject or no `authorize` that vouches for it, within
   * `attemptWindowMs`. Default 5. */
  readonly maxAttempts?: number | undefined;
  /** Sessions of all subjects of one address together. Default 100; Infinity switches the limit off. */
  readonly maxAttemptsPerAddress?: number | undefined;
  /** Default one hour. */
  readonly attemptWindowMs?: number | undefined;
  /** Captures that were not live or inconclusive, and envelopes that were refused, of one subject or address within three
   * minutes: then nobody opens a session for them for half an hour. Default 5; Infinity switches it off. */
  readonly maxFailures?: number | undefined;
  /** POSTs per address and minute. Default 120; Infinity switches the limit off. */
  readonly maxPostsPerMinute?: number | undefined;
  /** Proxies before the receiver that each add to `X-Forwarded-For` the address they were called from: the client's is so
   * many entries from the right. Default 0: the connection's. */
  readonly trustProxy?: number | undefined;
  /** The client's address, where `app.fetch` runs under a server that is not Node's. */
  readonly clientAddress?: ((request: Request) => string | undefined) | undefined;
  /** Threads that open envelopes, up to 64; 0: envelopes are opened where they arrive. Each has a copy of the secret keys. Default: one for each processor. */
  readonly openers?: number | undefined;
  /** Names of headers, beside those of the protocol, that the widget's host may send along (CORS). Default: none. */
  readonly allowedHeaders?: readonly string[] | undefined;
  /** Confirms that the clock is right although it is more than 7 days ahead of the last run. Default false. */
  readonly acceptClock?: boolean | undefined;
  /** Confirms that keys which are missing in the folder are lost for good: their templates are deleted (docs/several-receivers.md). Default
   * false. */
  readonly acceptMissingKeys?: boolean | undefined;
  /** Who may use the reviewers' pages. Default: there are none. */
  readonly review?: ReviewAccess | undefined;
  /** Who may use the operator's interface (docs/operator.md). Default: there is none. */
  readonly operator?: OperatorAccess | undefined;
  /** Whom to tell of decisions, reviews, objections and deletions (docs/webhooks.md). Default: nobody. */
  readonly webhooks?: readonly WebhookEndpoint[] | undefined;
  /** Signs the key list (Ed25519), for integrators who pin the public half. */
  readonly signingKey?: KeyObject | undefined;
  /** Default: everyone may. */
  readonly authorize?: Authorize | undefined;
  readonly test?: TestOverrides | undefined;
  readonly now?: (() => Date) | undefined;
  readonly random?: Random | undefined;
  readonly log?: Log | undefined;
}

const byLocale = v.record(v.string(), v.pipe(v.string(), v.trim(), v.minLength(1)));
const positive = v.pipe(v.number(), v.gtValue(0));
const wholePositive = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Without the value in the message. */
const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'is not a key of 32 bytes, base64url'));

const UNUSABLE =
  'no usable operating point: the similarity has to reach the lowest of its model, and its rates have to be at most 1 % and no lower than so many pairs can show (docs/thresholds.md)';

const CheckedSchema = v.object({
  audience: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
  allowedOrigins: v.pipe(v.array(v.string()), v.minLength(1)),
  notices: v.record(v.string(), NoticeSchema),
  threshold: v.pipe(ThresholdSchema, v.check(isUsableThreshold, UNUSABLE)),
  embeddingDim: v.pipe(wholePositive, v.maxValue(512)),
  gallerySize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  search: v.optional(
    v.strictObject({
      scope: v.optional(v.picklist(['groups', 'gallery']), 'groups'),
      mostFalseHits: v.optional(positive, MOST_FALSE_HITS),
    }),
    {},
  ),
  index: v.optional(v.picklist(INDEX_KINDS), 'exact'),
  threeOperators: v.optional(ThreeOperatorsSchema),
  alternatives: v.array(v.strictObject({ ...AlternativeSchema.entries, next: byLocale })),
  dataDir: v.pipe(v.string(), v.minLength(1)),
  keysDir: v.optional(v.pipe(v.string(), v.minLength(1))),
  masterKeys: v.optional(v.pipe(v.array(key), v.minLength(1), v.maxLength(8))),
  secretKeys: v.optional(
    v.strictObject({ storage: v.optional(key), token: v.optional(key), principal: v.optional(key) }),
  ),
  actions: v.optional(v.array(ActionSchema), [...ACTIONS]),
  profiles: v.optional(v.pipe(v.array(ProfileSchema), v.minLength(1)), ['standard', 'no-gestures']),
  light: v.optional(v.boolean(), false),
  maxAttempts: v.optional(wholePositive, 5),
  maxAttemptsPerAddress: v.optional(v.pipe(v.number(), v.minValue(1)), 100),
  attemptWindowMs: v.optional(positive, 3_600_000),
  maxFailures: v.optional(v.pipe(v.number(), v.minValue(1)), 5),
  maxPostsPerMinute: v.optional(positive, 120),
  trustProxy: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  openers: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(64)),
    Math.min(availableParallelism(), 64),
  ),
  // RFC 9110 §5.6.2. `*` is one as well, and would mean every header.
  allowedHeaders: v.optional(v.array(v.pipe(v.string(), v.regex(/^[\w!#$%&'+.^`|~-]+$/))), []),
  acceptClock: v.optional(v.boolean(), false),
  acceptMissingKeys: v.optional(v.boolean(), false),
  review: v.optional(ReviewAccessSchema),
  operator: v.optional(OperatorAccessSchema),
  webhooks: v.optional(v.pipe(v.array(WebhookEndpointSchema), v.maxLength(10)), []),
});

/** Names of the options that have a checked form. */
export const CHECKED_OPTIONS: readonly string[] = Object.keys(CheckedSchema.entries);

/** The options with defaults filled in, as every other file takes them. */
export interface ReceiverConfig extends v.InferOutput<typeof CheckedSchema> {
  readonly databaseUrl: string | undefined;
  readonly signingKey: KeyObject | undefined;
  readonly authorize: Authorize;
  /** Whether somebody says that a subject is who asks. */
  readonly vouchesForSubjects: boolean;
  readonly clientAddress: ReceiverOptions['clientAddress'];
  readonly test: TestOverrides | undefined;
  readonly now: () => Date;
  readonly random: Random;
  readonly log: Log;
}

/** Every way in which the options cannot be used; empty when they can. They may come from a file that no compiler has seen. */
export function issuesOf(options: object, isProduction: boolean): readonly OptionIssue[] {
  const form = v.safeParse(CheckedSchema, options);
  const formIssues = (form.issues ?? []).map((issue) => optionIssue(issue, 'options'));
  return [...formIssues, ...rulesBroken(options, isProduction)];
}

function rulesBroken(options: object, isProduction: boolean): readonly OptionIssue[] {
  const { threshold, notices, actions, alternatives, allowedOrigins, threeOperators } = CheckedSchema.entries;
  const given = new Map<string, unknown>(Object.entries(options));
  const locales = Object.keys(given.get('notices') ?? {});
  const rules = [
    judged(threshold, given.get('threshold'), issuesOfModel),
    judged(notices, given.get('notices'), issuesOfNotices),
    judged(actions, given.get('actions'), issuesOfActions),
    judged(alternatives, given.get('alternatives'), (all) => issuesOfAlternatives(all, locales)),
    judged(allowedOrigins, given.get('allowedOrigins'), (all) => issuesOfOrigins(all, isProduction)),
    judged(threeOperators, given.get('threeOperators'), (three) =>
      three === undefined ? [] : issuesOfThreeOperators(three, given, soundNotices(given)),
    ),
  ];
  const overrides =
    isProduction && given.get('test') !== undefined
      ? [{ field: 'test', reason: 'test overrides are refused with NODE_ENV=production' }]
      : [];
  return [...rules.flat(), ...overrides, ...issuesOfKeys(given)];
}

/** None where their form is not sound, of which there are issues then. */
function soundNotices(given: ReadonlyMap<string, unknown>): ReceiverOptions['notices'] {
  const parsed = v.safeParse(CheckedSchema.entries.notices, given.get('notices'));
  return parsed.success ? parsed.output : {};
}

/** What a rule says of a field whose form is sound. */
function judged<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  rule: (sound: v.InferOutput<S>) => Iterable<OptionIssue>,
): readonly OptionIssue[] {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? [...rule(parsed.output)] : [];
}

/** @throws {@link ReceiverOptionError}, which names every option that cannot be used. */
export function checkOptions(options: ReceiverOptions, isProduction: boolean): ReceiverConfig {
  refuseIssues(issuesOf(options, isProduction));
  return {
    ...v.parse(CheckedSchema, options),
    databaseUrl: options.databaseUrl,
    signingKey: options.signingKey,
    authorize: options.authorize ?? (() => true),
    vouchesForSubjects: options.authorize !== undefined,
    clientAddress: options.clientAddress,
    test: options.test,
    now: options.now ?? (() => new Date()),
    random: options.random ?? ((length) => crypto.getRandomValues(new Uint8Array(length))),
    log: options.log ?? (() => {}),
  };
}
