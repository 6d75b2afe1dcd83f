import { type Bytes, sha256, toHex } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import type { PinnedFile } from '../manifest.js';

/** @throws `assets.load_failed`, naming the file; also when the signal aborts. */
export async function fetchBytes(
  url: string,
  file: string,
  signal: AbortSignal | null = null,
): Promise<Bytes> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', signal });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new CandorError('assets.load_failed', { cause, detail: file });
  }
  throw new CandorError('assets.load_failed', { detail: `${file}, HTTP ${response.status}` });
}

/** Fetches a file and gives its bytes only if they are the published ones.
 * @throws `assets.load_failed`, `assets.integrity_failed`, both naming the file. */
export async function loadChecked(
  url: string,
  { file, sha256: expected }: PinnedFile,
  signal: AbortSignal | null = null,
): Promise<Bytes> {
  const bytes = await fetchBytes(url, file, signal);
  const found = toHex(await sha256(bytes));
  if (found !== expected) {
    const detail = `${file}: expected ${expected.slice(0, 12)}…, found ${found.slice(0, 12)}…`;
    throw new CandorError('assets.integrity_failed', { detail });
  }
  return bytes;
}
