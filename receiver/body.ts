import type { Context, Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import type { Bytes } from '../src/core/bytes.js';
import { MAX_BODY_BYTES } from '../src/envelope/wire.js';
import { ProblemError } from './problem.js';

/** NUL has no place in a Postgres text, and half a surrogate pair is not a character (RFC 8785 §3.2.2.2). */
const NO_TEXT = /[\0\p{Surrogate}]/u;

const limited = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new ProblemError('request.too_large');
  },
});

/** Middleware: stops reading after {@link MAX_BODY_BYTES}, whatever length was announced.
 * @throws `request.too_large`, or `request.malformed` when the client hung up. */
export async function limitBody(context: Context, next: Next): Promise<Response | undefined> {
  // What goes wrong behind `next` is already an answer when it returns: only the reading can throw here.
  return (await limited(context, next).catch(unread)) ?? undefined;
}

function unread(thrown: unknown): never {
  if (thrown instanceof ProblemError) throw thrown;
  throw new ProblemError('request.malformed', { cause: thrown });
}

export interface ReadBody<T> {
  readonly value: T;
  /** As they arrived. */
  readonly bytes: Bytes;
}

/** Reads a JSON body of the given media type into the schema.
 * @throws `request.unsupported_type`, `request.too_large`, `request.malformed` */
export async function readJson<S extends GenericSchema>(
  context: Context,
  mediaType: string,
  schema: S,
): Promise<ReadBody<InferOutput<S>>> {
  assertMediaType(context, mediaType);
  const bytes = new Uint8Array(await context.req.arrayBuffer().catch(unread));
  const parsed = safeParse(schema, parseJson(bytes));
  if (!parsed.success) throw new ProblemError('request.malformed');
  return { value: parsed.output, bytes };
}

function assertMediaType(context: Context, mediaType: string): void {
  const [given = ''] = (context.req.header('content-type') ?? '').split(';', 1);
  const isPlain = (context.req.header('content-encoding') ?? 'identity').toLowerCase() === 'identity';
  if (given.trim().toLowerCase() !== mediaType || !isPlain)
    throw new ProblemError('request.unsupported_type');
}

function parseJson(bytes: Bytes): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return JSON.parse(text, (key, value: unknown) => {
      if (NO_TEXT.test(key) || (typeof value === 'string' && NO_TEXT.test(value)))
        throw new RangeError('not text');
      return value;
    });
  } catch (cause) {
    throw new ProblemError('request.malformed', { cause });
  }
}
