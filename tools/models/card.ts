import * as v from 'valibot';
import type { ModelEntry } from './manifest.js';

/** The card of an embedding model that somebody brings: what it is, and how it is fed (docs/bring-your-own-model.md). */

/** The payload's plaintext has room for no more (docs/protocol.md). */
const MAX_DIM = 512;

const words = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'), v.maxLength(1_000));
const finite = v.pipe(v.number(), v.finite());
const similarity = v.pipe(finite, v.gtValue(0), v.ltValue(1));
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));

const InputSchema = v.pipe(
  v.strictObject({
    name: words,
    /** Width and height. */
    sidePx: v.pipe(whole, v.maxValue(512)),
    channelOrder: v.picklist(['RGB', 'BGR']),
    /** What a channel's 0 and 255 become; or `mean` and `std`. */
    range: v.exactOptional(v.strictTuple([finite, finite])),
    /** A channel's value x becomes (x − mean) / std. */
    mean: v.exactOptional(finite),
    std: v.exactOptional(v.pipe(finite, v.gtValue(0))),
  }),
  v.check(
    ({ range, mean, std }) => (range === undefined) === (mean !== undefined && std !== undefined),
    'needs range, or mean and std, one number for all channels, and not both',
  ),
);

const CardSchema = v.strictObject({
  /** As on the wire. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'must be lower-case letters, digits, . _ -')),
  licence: words,
  /** Where the file comes from and who made it. */
  source: words,
  /** Hex, of the file. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')),
  input: InputSchema,
  template: v.picklist(['arcface-112', 'dlib-150']),
  output: v.strictObject({ name: words, dim: v.pipe(whole, v.maxValue(MAX_DIM)) }),
  metric: v.literal('cosine'),
  /** Cosine similarity at and above which two frames of one capture show one face (docs/liveness.md). */
  sameFaceSimilarity: similarity,
  /** At and above which the same face, turned by 20–35°, is the one from the front; left out: nobody measured it. */
  turnedFaceSimilarity: v.exactOptional(similarity),
});

export type Card = v.InferOutput<typeof CardSchema>;

/** The card, or the model against its card: the message begins with the field that is wrong. */
export class CardError extends Error {
  override readonly name = 'CardError';

  constructor(field: string, reason: string, options?: ErrorOptions) {
    super(`card: ${field}: ${reason}`, options);
  }
}

/** @throws {@link CardError} */
export function parseCard(json: string): Card {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new CardError('the file', 'is not JSON');
  }
  const parsed = v.safeParse(CardSchema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue) ?? 'the file';
  throw new CardError(field, issue.received === 'undefined' ? 'is missing' : issue.message);
}

/** What a channel's 0 and 255 become. */
export function rangeOf({ range, mean = 0, std = 1 }: Card['input']): readonly [low: number, high: number] {
  return range ?? [(0 - mean) / std, (255 - mean) / std];
}

/** The manifest's entry. @param file - the model's file name. */
export function entryOf(card: Card, file: string, bytes: number): ModelEntry {
  const { id, licence, source, sha256, input, template, output, metric, ...limits } = card;
  const { name, sidePx, channelOrder } = input;
  return {
    id,
    role: 'embedding',
    optional: false,
    file: 'face_embedding.onnx',
    bytes,
    sha256,
    licence,
    recipe: 'copy',
    source: { kind: 'file', origin: source, files: [{ file, sha256 }] },
    input: { name, width: sidePx, height: sidePx, channelOrder, range: rangeOf(input), layout: 'NCHW' },
    alignment: template,
    output: { name: output.name, shape: [1, output.dim], meaning: 'the face’s embedding' },
    metric,
    ...limits,
  };
}
