import { CandorError } from '../core/errors.js';
import { readHeaders } from '../core/host-headers.js';
import { isText } from '../core/text.js';
import type { FlowOptions } from './state.js';

function refuse(detail: string): never {
  throw new CandorError('config.invalid', { detail });
}

function httpUrl(text: string, base: string | undefined): URL | null {
  // An empty address would be the page itself.
  if (typeof text !== 'string' || text.trim() === '') return null;
  try {
    const url = new URL(text, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

/** An endpoint as one address, however it is written: absolute, without a closing slash. Null where it is none.
 * @param base - the page's address, for a relative one. */
export function endpointAddress(endpoint: string, base: string | undefined): string | null {
  const url = httpUrl(endpoint, base);
  return url === null ? null : (url.origin + url.pathname).replace(/\/+$/, '');
}

/** The origin that the browser names to the receiver. Not its address's: a frame of `srcdoc` or `about:blank` has none of its own
 * there, and the origin of the page around it. A page without one is refused by every receiver and keeps nothing; and camera and
 * worker are refused to it.
 * @throws `config.invalid` naming what to change. */
export function pageOrigin(): string {
  const { origin } = globalThis;
  if (origin === 'null') refuse('the page has no origin: a sandboxed frame needs allow-same-origin');
  return origin;
}

const BACKENDS: readonly NonNullable<FlowOptions['embeddingBackend']>[] = ['auto', 'wasm', 'webgpu'];

function isListOfWords(value: unknown): boolean {
  return Array.isArray(value) && value.every((word) => typeof word === 'string' && word.trim() !== '');
}

/** What a page without a signed-in user makes of an id that is not there: `${user.id}`. One for all of them. */
const NOBODY = /^(undefined|null|NaN|\[object \w+\])$/;

/** What a session takes, UTF-16 units (docs/protocol.md). */
const MAX_SUBJECT_LENGTH = 128;

/** Who is signed in; undefined where nobody says. An id that is shared by whoever has none would show one seller's things
 * to the next.
 * @throws `config.invalid` naming the option. */
export function checkSubject(subject: FlowOptions['subject']): string | undefined {
  // What a page says whose user is not signed in, `user?.id ?? null`, names nobody.
  if (subject === undefined || subject === null) return undefined;
  if (typeof subject !== 'string') refuse('subject is no text');
  if (subject.trim() === '') refuse('subject is empty');
  if (NOBODY.test(subject.trim())) refuse(`subject is the word ${subject.trim()}, which names nobody`);
  if (!isText(subject)) refuse('subject holds U+0000 or half a surrogate pair');
  if (subject.length > MAX_SUBJECT_LENGTH) refuse(`subject is longer than ${MAX_SUBJECT_LENGTH} characters`);
  return subject;
}

/** What the host cannot say at this moment may be there for the first request.
 * @throws `config.invalid` */
function checkHeaders(headers: FlowOptions['headers']): void {
  try {
    readHeaders(headers);
  } catch (thrown) {
    if (thrown instanceof CandorError) throw thrown;
  }
}

/** Null, which a framework may pass for absent, is absent. */
function withoutNulls(options: FlowOptions): FlowOptions {
  const given = Object.entries(options).filter(([, value]) => value !== null);
  return Object.fromEntries(given) as unknown as FlowOptions; // some of its entries
}

/** Checks every option before anything starts and gives the endpoint as an absolute address without a closing slash.
 * @param base - the page's address, for a relative endpoint.
 * @throws `config.invalid` naming the option. */
export function checkOptions(given: FlowOptions, base?: string): FlowOptions {
  const options = withoutNulls(given);
  const endpoint = httpUrl(options.endpoint, base) ?? refuse('endpoint');
  if (endpoint.username !== '' || endpoint.password !== '') refuse('endpoint carries credentials');
  // The protocol's paths are put behind it.
  if (endpoint.search !== '' || endpoint.hash !== '') refuse('endpoint carries a query or a fragment');
  const { profile = 'standard', locale, pinnedKey, allowedCameraLabels = [], embeddingBackend } = options;
  if (profile !== 'standard' && profile !== 'no-gestures') refuse('profile');
  if (locale !== undefined && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(locale)) refuse('locale');
  if (embeddingBackend !== undefined && !BACKENDS.includes(embeddingBackend)) refuse('embeddingBackend');
  if (embeddingBackend === 'webgpu' && options.assetsUrl === undefined)
    refuse('embeddingBackend webgpu needs assetsUrl, a folder made by candor-assets --webgpu');
  // A word such as `false` would hand it over.
  if (typeof (options.handOverToken ?? false) !== 'boolean') refuse('handOverToken is no boolean');
  if (pinnedKey !== undefined && !(pinnedKey.minSeq >= 0)) refuse('pinnedKey.minSeq');
  checkHeaders(options.headers);
  // An empty one would be part of every name.
  if (!isListOfWords(allowedCameraLabels)) refuse('allowedCameraLabels');
  return {
    ...options,
    subject: checkSubject(options.subject),
    endpoint: endpointAddress(options.endpoint, base) ?? refuse('endpoint'),
  };
}
