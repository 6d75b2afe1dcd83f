import { type Bytes, sha256, toHex } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import { fetchFile } from '../../core/fetch-file.js';
import type { PinnedFile } from '../manifest.js';

export interface LoadOptions {
  /** Past the HTTP cache from the first try. */
  readonly isDistrusted: boolean;
  readonly signal?: AbortSignal;
  /** How much of the file is there, bytes. */
  readonly onProgress?: (loadedBytes: number) => void;
}

/** Fetches a file and gives its bytes only if they are the published ones; others are fetched again first.
 * @throws `assets.load_failed`, `assets.integrity_failed`, both naming the file, the first its address too; `env.csp_blocked`. */
export function loadChecked(
  url: string,
  { file, sha256: expected }: PinnedFile,
  { isDistrusted, signal = new AbortController().signal, onProgress = () => {} }: LoadOptions,
): Promise<Bytes> {
  const faultOf = async (bytes: Bytes): Promise<CandorError | null> => {
    const found = toHex(await sha256(bytes));
    if (found === expected) return null;
    const detail = `${file}: expected ${expected.slice(0, 12)}…, found ${found.slice(0, 12)}…`;
    return new CandorError('assets.integrity_failed', { detail });
  };
  return fetchFile({ url, file, isDistrusted, signal, faultOf, onProgress });
}
