import type { Bytes } from './bytes.js';

/** What has come of a file, kept while its transfer breaks off and is taken up again (RFC 9110, section 14). Whether the whole is the
 * file is for its hash to say. */

const WEAK = /^W\//;
const CONTENT_RANGE = /^bytes (\d+)-(\d+)\/(\d+)$/;

/** By which the server knows whether it still has the same bytes; null where it names none that is fit for that. */
interface Validator {
  readonly header: 'ETag' | 'Last-Modified';
  readonly value: string;
}

function validatorOf({ headers, type }: Response): Validator | null {
  // `If-Range` would have another origin asked for leave first, which few servers give.
  if (type === 'cors') return null;
  // A range is one of the encoded bytes, of which only the decoded ones are seen here.
  if ((headers.get('Content-Encoding') ?? 'identity') !== 'identity') return null;
  const tag = headers.get('ETag');
  if (tag !== null && !WEAK.test(tag)) return { header: 'ETag', value: tag };
  const date = headers.get('Last-Modified');
  return date === null ? null : { header: 'Last-Modified', value: date };
}

export class PartialFile {
  #parts: Uint8Array[] = [];
  #lengthBytes = 0;
  #validator: Validator | null = null;

  get lengthBytes(): number {
    return this.#lengthBytes;
  }

  /** What to ask for the rest with; null = there is nothing that could be gone on from. */
  rest(): Readonly<Record<'Range' | 'If-Range', string>> | null {
    if (this.#validator === null || this.#lengthBytes === 0) return null;
    return { Range: `bytes=${this.#lengthBytes}-`, 'If-Range': this.#validator.value };
  }

  /** Makes ready for the body of an answer: the rest, or the file from its beginning.
   * @returns false for one that fits neither; what had come is then forgotten. */
  expect(response: Response): boolean {
    if (response.status === 206 && this.#isRest(response)) return true;
    this.forget();
    if (response.status === 206) return false;
    this.#validator = validatorOf(response);
    return true;
  }

  add(part: Uint8Array): void {
    this.#parts.push(part);
    this.#lengthBytes += part.length;
  }

  forget(): void {
    this.#parts = [];
    this.#lengthBytes = 0;
    this.#validator = null;
  }

  whole(): Bytes {
    const whole = new Uint8Array(this.#lengthBytes);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  #isRest(response: Response): boolean {
    const now = validatorOf(response);
    if (this.rest() === null || now === null) return false;
    if (now.header !== this.#validator?.header || now.value !== this.#validator.value) return false;
    const [first, last, totalBytes] = (CONTENT_RANGE.exec(response.headers.get('Content-Range') ?? '') ?? [])
      .slice(1)
      .map(Number);
    return first === this.#lengthBytes && totalBytes !== undefined && last === totalBytes - 1;
  }
}
