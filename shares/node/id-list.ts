import { createHash } from 'node:crypto';
import { placeIn } from './place-in.js';

/** Ids with the same first two digits are digested together, once for each change among them. */
const PREFIX_DIGITS = 2;
const PREFIXES = Array.from({ length: 16 ** PREFIX_DIGITS }, (_, prefix) =>
  prefix.toString(16).padStart(PREFIX_DIGITS, '0'),
);
/** Behind every digit. */
const BEHIND = 'g';

/** The ids of a gallery, ascending, and a digest of them that costs little to keep: each decision asks whether all three have the same. */
export class IdList {
  readonly #ids: string[] = [];
  readonly #digests = new Map<string, string>();

  /** A copy. */
  all(): readonly string[] {
    return this.#ids.slice();
  }

  get size(): number {
    return this.#ids.length;
  }

  get last(): string | undefined {
    return this.#ids.at(-1);
  }

  /** Does nothing where it is there. */
  add(id: string): void {
    const { at, isThere } = placeIn(this.#ids, id);
    if (isThere) return;
    this.#ids.splice(at, 0, id);
    this.#digests.delete(prefixOf(id));
  }

  remove(id: string): void {
    const { at, isThere } = placeIn(this.#ids, id);
    if (!isThere) return;
    this.#ids.splice(at, 1);
    this.#digests.delete(prefixOf(id));
  }

  clear(): void {
    this.#ids.length = 0;
    this.#digests.clear();
  }

  /** Equal where the ids are, whenever they came. */
  digest(): string {
    const hash = createHash('sha256');
    for (const prefix of PREFIXES) hash.update(this.#digestOf(prefix));
    return hash.digest('hex');
  }

  #digestOf(prefix: string): string {
    const known = this.#digests.get(prefix);
    if (known !== undefined) return known;
    const [from, to] = [placeIn(this.#ids, prefix).at, placeIn(this.#ids, prefix + BEHIND).at];
    const digest = createHash('sha256').update(this.#ids.slice(from, to).join('')).digest('hex');
    this.#digests.set(prefix, digest);
    return digest;
  }
}

const prefixOf = (id: string): string => id.slice(0, PREFIX_DIGITS);
