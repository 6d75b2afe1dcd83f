import type { Context, Next } from 'hono';
import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import type { Bytes } from '../src/core/bytes.js';
import { parseJson } from '../src/core/text.js';
import { MAX_BODY_BYTES } from '../src/envelope/wire.js';
import { ProblemError } from './problem.js';

/** So much is read and dropped before a body that is too long is refused: a client that is still sending does not see the
 * answer. */
const MAX_DROPPED_BYTES = 4 * 2 ** 20;

/** Middleware: refuses a body that is announced as too large before any of it is read. What announces no length, or states
 * two, is counted where it is read.
 * @throws `request.too_large` */
export async function limitBody(context: Context, next: Next): Promise<void> {
  const announced = Number(context.req.header('content-length') ?? 0);
  if (announced > MAX_BODY_BYTES) throw new ProblemError('request.too_large');
  await next();
}

/** Reads the body and keeps no more than {@link MAX_BODY_BYTES} of it, whatever length was announced. Never builds a request
 * of its own from the one that arrived: behind `@hono/node-server` that is not always a `Request` of this process's globals.
 * @throws `request.too_large`, or `request.malformed` when the client hung up. */
async function readBytes({ req }: Context): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = req.raw.body?.getReader();
  while (reader !== undefined && length <= MAX_DROPPED_BYTES) {
    const { done, value } = await reader.read().catch(unread);
    if (done) break;
    length += value.length;
    if (length <= MAX_BODY_BYTES) chunks.push(value);
  }
  if (length > MAX_BODY_BYTES) throw new ProblemError('request.too_large');
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Bytes {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function unread(thrown: unknown): never {
  throw new ProblemError('request.malformed', { cause: thrown });
}

/** A JSON body that {@link readJson} has read: at most 64 KiB. */
export interface ReadBody<T> {
  /** As its schema has it. */
  readonly value: T;
  /** As they arrived. */
  readonly bytes: Bytes;
}

/** Reads a JSON body of the given media type into the schema.
 * @throws `request.unsupported_type`, `request.too_large`, `request.malformed`
 * @example
 * const { value, bytes } = await readJson(context, 'application/json', SessionRequestSchema); */
export async function readJson<S extends GenericSchema>(
  context: Context,
  mediaType: string,
  schema: S,
): Promise<ReadBody<InferOutput<S>>> {
  assertMediaType(context, mediaType);
  const bytes = await readBytes(context);
  const parsed = safeParse(schema, jsonIn(bytes));
  if (!parsed.success) throw new ProblemError('request.malformed');
  return { value: parsed.output, bytes };
}

function assertMediaType(context: Context, mediaType: string): void {
  const [given = ''] = (context.req.header('content-type') ?? '').split(';', 1);
  const isPlain = (context.req.header('content-encoding') ?? 'identity').toLowerCase() === 'identity';
  if (given.trim().toLowerCase() !== mediaType || !isPlain)
    throw new ProblemError('request.unsupported_type');
}

function jsonIn(bytes: Bytes): unknown {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    throw new ProblemError('request.malformed', { cause });
  }
}
