import * as v from 'valibot';

/** What crosses between a page and the frame that holds the widget: these fields and no others. None is of a face, and none is a
 * token. `candor` is the version: what is of another one is not understood, and ignored. */

const version = v.literal(1);
/** An id of the receiver's, or of an alternative. */
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const Time = v.pipe(v.string(), v.isoTimestamp());
/** A code of a newer widget is well-formed, too. */
const Code = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z_]+(?:\.[a-z_]+)?$/));
/** More than any screen needs at 320 px. */
const HeightPx = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000));

const HelloSchema = v.strictObject({ candor: version, kind: v.literal('hello') });

const FrameMessageSchema = v.variant('kind', [
  v.strictObject({ candor: version, kind: v.literal('ready') }),
  v.strictObject({ candor: version, kind: v.literal('resized'), heightPx: HeightPx }),
  v.strictObject({
    candor: version,
    kind: v.literal('done'),
    verificationId: Id,
    status: v.picklist(['no_duplicate', 'needs_review']),
    decidedAt: Time,
  }),
  v.strictObject({
    candor: version,
    kind: v.literal('opted-out'),
    alternativeId: Id,
    caseId: v.nullable(Id),
  }),
  v.strictObject({ candor: version, kind: v.literal('failed'), code: Code }),
  v.strictObject({ candor: version, kind: v.literal('cancelled') }),
  v.strictObject({ candor: version, kind: v.literal('withdrawn'), verificationId: Id }),
]);

/** Page → frame: that it is there, and who it is. */
export type Hello = v.InferOutput<typeof HelloSchema>;

/** Frame → page. */
export type FrameMessage = v.InferOutput<typeof FrameMessageSchema>;

export const HELLO: Hello = { candor: 1, kind: 'hello' };

export function isHello(data: unknown): boolean {
  return v.is(HelloSchema, data);
}

/** @returns null for whatever is not exactly one of ours. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  const parsed = v.safeParse(FrameMessageSchema, data);
  return parsed.success ? parsed.output : null;
}
