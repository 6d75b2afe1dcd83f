import * as v from 'valibot';
import { ShareError } from '../errors.js';
import { REQUEST_KINDS } from './messages.js';

const TIMEOUT_MS = 10_000;
/** `areUnitVectors` goes as far. */
const MOST_DIM = 961;

const fingerprint = v.pipe(v.string(), v.regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/));
const text = v.pipe(v.string(), v.minLength(1));
const port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535));
const operator = v.strictObject({ host: v.string(), port, fingerprint });

/** Where the rows and the decision log are. The keys of rows are in `dataDir` either way. A URL of PostgreSQL may hold a password: it can
 * stand here, in a file, or in an environment variable. */
const database = v.union([
  v.strictObject({ kind: v.literal('pglite') }),
  v.strictObject({ kind: v.literal('postgres'), url: text }),
  v.strictObject({ kind: v.literal('postgres'), urlFile: text }),
  v.strictObject({ kind: v.literal('postgres'), urlVariable: text }),
]);

/** What a node is started with; a JSON file of the command has the same shape. `model`, and who the operators are, must be the same
 * at all three. */
export const CONFIG = v.strictObject({
  /** Which of the three this is. Operator 0 says which request is next. */
  party: v.picklist([0, 1, 2]),
  /** Its keys of rows are here, and its database where none is named. */
  dataDir: text,
  /** Default: PGlite, in `dataDir`. */
  database: v.optional(database, { kind: 'pglite' }),
  /** 32 bytes, made on the first start. Better on another disk: whoever has both folders has the shares. */
  storageKeyFile: text,
  listen: v.strictObject({ host: v.string(), port }),
  certificateFile: text,
  keyFile: text,
  /** In their order, this one too. */
  operators: v.tuple([operator, operator, operator]),
  /** Who may ask, and for what. `collect` is the review queue's: it learns which rows were near. */
  callers: v.array(
    v.strictObject({
      name: v.string(),
      fingerprint,
      /** `repeat`: to have the same sealed parts compared again, which each time opens a bit. */
      may: v.array(v.picklist([...REQUEST_KINDS, 'repeat'])),
      /** How many comparisons within any hour, those that were cut off included. */
      decisionsPerHour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      /** From which part of these on a notice says so, 0…1. Default 0.8. */
      noticeAt: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
    }),
  ),
  model: v.strictObject({
    id: text,
    dim: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_DIM)),
    /** Similarity, −1…1. */
    threshold: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)),
  }),
  /** With it, shares are taken only as a seller's device has sealed them: whoever asks has then not seen them. `keysFile` is made on the
   * first start; `audience` is that of the marketplace's discovery document. */
  sealing: v.optional(
    v.strictObject({ keysFile: text, audience: v.pipe(v.string(), v.minLength(1), v.maxLength(512)) }),
  ),
  /** For how many days decisions stay in the log. Left out: for ever. */
  keepDecisionsDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Longest wait for another operator in one step, ms. */
  timeoutMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), TIMEOUT_MS),
});

export type ShareNodeConfig = v.InferInput<typeof CONFIG>;
export type Settings = v.InferOutput<typeof CONFIG>;
export type Model = Settings['model'];
export type Caller = Settings['callers'][number];

/** @throws {@link ShareError} `shares.bad_input`, naming each field that is wrong. */
export function settingsOf(config: unknown): Settings {
  const result = v.safeParse(CONFIG, config);
  if (result.success) return result.output;
  const fields = result.issues.map((issue) => v.getDotPath(issue) ?? 'configuration');
  throw new ShareError('shares.bad_input', { detail: fields.join(', ') });
}
