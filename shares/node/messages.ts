import * as v from 'valibot';
import { KemSchema } from '../../src/envelope/wire.js';
import { ShareError } from '../errors.js';
import { SealedShareSchema } from '../sealed/wire.js';
import { LogEntrySchema } from './decision-log.js';
import type { Frame } from './frames.js';

/** Everything that is said in JSON: between operators, and with those who ask them. */

const MOST_TEMPLATES = 256;

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const words = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/));
const code = v.pipe(v.string(), v.regex(/^shares\.[a-z_]+$/));

/** One operator's shares: sealed to it, or both components as they are, base64url. */
const given = v.union([
  v.strictObject({ sealed: SealedShareSchema }),
  v.strictObject({ own: words, next: words }),
]);
export type Given = v.InferOutput<typeof given>;

const newTemplate = v.strictObject({ id, shares: given });

const compare = v.strictObject({ kind: v.literal('compare'), request: id, shares: given });
const admit = v.strictObject({ kind: v.literal('admit'), request: id, template: newTemplate });
const enrol = v.strictObject({
  kind: v.literal('enrol'),
  request: id,
  templates: v.pipe(v.array(newTemplate), v.minLength(1), v.maxLength(MOST_TEMPLATES)),
});
const refresh = v.strictObject({ kind: v.literal('refresh'), request: id });
const remove = v.strictObject({ kind: v.literal('remove'), template: id });
const collect = v.strictObject({ kind: v.literal('collect'), of: id });
const describe = v.strictObject({ kind: v.literal('describe') });
/** A page of the decision log, behind that number. */
const log = v.strictObject({ kind: v.literal('log'), after: v.number() });

/** What one who asks wants of an operator. The first four are done by all three together, under the same `request`. */
const request = v.variant('kind', [compare, admit, enrol, refresh, remove, collect, describe, log]);
export type Request = v.InferOutput<typeof request>;
export type AskedTogether = Extract<Request, { readonly request: string }>;
export const REQUEST_KINDS = [
  'compare',
  'admit',
  'enrol',
  'refresh',
  'remove',
  'collect',
  'describe',
  'log',
] as const satisfies readonly Request['kind'][];

const receipt = v.strictObject({
  type: v.literal('candor/share-deletion/1'),
  operator: v.picklist([0, 1, 2]),
  model: v.string(),
  template: id,
  /** ISO 8601. */
  deletedAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type DeletionReceipt = v.InferOutput<typeof receipt>;

/** What an operator says of itself, for whoever must not work with another model, threshold or key. */
const described = v.strictObject({
  kind: v.literal('described'),
  model: v.strictObject({ id: v.string(), dim: v.number(), threshold: v.number() }),
  /** How many templates there are. */
  rows: v.number(),
  /** SPKI, base64url. */
  receiptKey: words,
  /** What sellers' devices seal this operator's part to, and for which marketplace; null where shares are taken as they are. */
  sealingKey: v.nullable(v.strictObject({ kid: v.string(), kem: KemSchema, publicKey: v.string() })),
  audience: v.nullable(v.string()),
  /** Whether it could take part in a decision for whoever asks now: both others are connected, no refresh is under way, and decisions of this
   * hour are left. */
  ready: v.boolean(),
});
export type Described = v.InferOutput<typeof described>;

const answer = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({ kind: v.literal('review') }),
  v.strictObject({ kind: v.literal('enrolled') }),
  v.strictObject({ kind: v.literal('refreshed'), epoch: v.number() }),
  v.strictObject({ kind: v.literal('deleted'), receipt, signature: words }),
  /** `templates`: {@link joinIds}. */
  v.strictObject({ kind: v.literal('hits'), masked: words, templates: words }),
  described,
  v.strictObject({ kind: v.literal('log'), entries: v.array(LogEntrySchema) }),
  v.strictObject({ kind: v.literal('failed'), code }),
]);
export type Answer = v.InferOutput<typeof answer>;

const between = v.variant('kind', [
  /** The first of each side. `agreement` is what must be equal at all three. */
  v.strictObject({ kind: v.literal('hello'), agreement: v.string() }),
  /** Operator 0 to both: this request is next. `job` is a digest of what is asked, `state` of what the rows are. */
  v.strictObject({
    kind: v.literal('prepare'),
    session: id,
    job: v.string(),
    state: v.string(),
    refresh: v.nullable(id),
  }),
  v.strictObject({ kind: v.literal('ready'), session: id }),
  v.strictObject({ kind: v.literal('refuse'), session: id, code }),
  v.strictObject({ kind: v.literal('go'), session: id }),
  v.strictObject({ kind: v.literal('deleted'), templates: v.array(id) }),
  /** To operator 0: what became of these, which are staged here? */
  v.strictObject({ kind: v.literal('settle'), templates: v.array(id), refresh: v.nullable(id) }),
  v.strictObject({
    kind: v.literal('settled'),
    asked: v.array(id),
    stored: v.array(id),
    /** Whether that refresh counts; null while it may go on, or none was asked about. */
    refresh: v.nullable(v.strictObject({ id, counts: v.boolean() })),
  }),
]);
export type OperatorMessage = v.InferOutput<typeof between>;
export type MessageOf<Kind extends OperatorMessage['kind']> = Extract<
  OperatorMessage,
  { readonly kind: Kind }
>;

function read<Schema extends v.GenericSchema>(
  schema: Schema,
  { kind, payload }: Frame,
): v.InferOutput<Schema> {
  if (kind !== 'message') throw new ShareError('shares.wrong_frame', { detail: 'no message' });
  const result = v.safeParse(schema, JSON.parse(new TextDecoder().decode(payload)));
  if (!result.success) throw new ShareError('shares.wrong_frame', { detail: 'unknown message' });
  return result.output;
}

/** @throws {@link ShareError} `shares.wrong_frame`, or SyntaxError; so do the two below. */
export const readRequest = (frame: Frame): Request => read(request, frame);
export const readAnswer = (frame: Frame): Answer => read(answer, frame);
export const readOperatorMessage = (frame: Frame): OperatorMessage => read(between, frame);
