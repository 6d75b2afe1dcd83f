import { type Bytes, sha256, toBase64Url, utf8, wipe } from '../../src/core/bytes.js';
import { SALT_BYTES, SHARE_PLAINTEXT_BYTES } from '../../src/envelope/share-sizes.js';
import { nextOf, type Party } from '../party.js';
import { bytesOf, WORD_BYTES, type Words } from '../ring.js';

/** One component of a template, and the salt that its commitment is made with. Uniform words say nothing by themselves, but whoever
 * holds the two others could try faces against a hash of the third; the salt, which that operator lacks too, keeps it from that. */
export interface Salted {
  readonly salt: Bytes;
  readonly words: Words;
}

/** What one operator's part holds: the component with its own number, and the next one. */
export interface Part {
  readonly own: Salted;
  readonly next: Salted;
}

/** SHA-256 over the component's number, its salt and its words; the two operators who hold it can check it, and nobody else can
 * learn anything of it. */
export async function commitmentTo(component: Party, { salt, words }: Salted): Promise<string> {
  const label = utf8(`candor/share/1\n${component}\n`);
  const preimage: Bytes = new Uint8Array(label.length + SALT_BYTES + words.length * WORD_BYTES);
  preimage.set(label);
  preimage.set(salt, label.length);
  putWords(preimage, label.length + SALT_BYTES, words);
  const digest = await sha256(preimage);
  wipe(preimage);
  return toBase64Url(digest);
}

/** Whether both components are what the commitments, by component, say.
 * @param party - whose part it is. */
export async function isCommittedTo(
  commitments: readonly string[],
  party: Party,
  { own, next }: Part,
): Promise<boolean> {
  const theNext = nextOf(party);
  const [first, second] = await Promise.all([commitmentTo(party, own), commitmentTo(theNext, next)]);
  return first === commitments[party] && second === commitments[theNext];
}

/** Salts, then words in little-endian order, then zeros. The caller wipes it. */
export function encodePart({ own, next }: Part): Bytes {
  const plaintext: Bytes = new Uint8Array(SHARE_PLAINTEXT_BYTES);
  plaintext.set(own.salt);
  plaintext.set(next.salt, SALT_BYTES);
  putWords(plaintext, 2 * SALT_BYTES, own.words);
  putWords(plaintext, 2 * SALT_BYTES + own.words.length * WORD_BYTES, next.words);
  return plaintext;
}

/** @param dim - components of the model's templates.
 * @throws RangeError unless it is two salts, two times `dim` words, and zeros. */
export function decodePart(plaintext: Bytes, dim: number): Part {
  const ownAt = 2 * SALT_BYTES;
  const nextAt = ownAt + dim * WORD_BYTES;
  const endAt = nextAt + dim * WORD_BYTES;
  if (plaintext.length !== SHARE_PLAINTEXT_BYTES || endAt > plaintext.length)
    throw new RangeError('another size');
  if (plaintext.subarray(endAt).some((byte) => byte !== 0)) throw new RangeError('not padded with zeros');
  return {
    own: { salt: plaintext.slice(0, SALT_BYTES), words: wordsAt(plaintext, ownAt, dim) },
    next: { salt: plaintext.slice(SALT_BYTES, ownAt), words: wordsAt(plaintext, nextAt, dim) },
  };
}

export function wipePart({ own, next }: Part): void {
  wipe(own.salt, bytesOf(own.words), next.salt, bytesOf(next.words));
}

function putWords(target: Bytes, at: number, words: Words): void {
  const view = new DataView(target.buffer, target.byteOffset + at);
  for (const [index, word] of words.entries()) view.setUint32(index * WORD_BYTES, word, true);
}

function wordsAt(source: Bytes, at: number, count: number): Words {
  const view = new DataView(source.buffer, source.byteOffset + at);
  return Uint32Array.from({ length: count }, (_, index) => view.getUint32(index * WORD_BYTES, true));
}
