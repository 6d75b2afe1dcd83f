import { fromBase64Url } from '../core/bytes.js';
import { CandorError } from '../core/errors.js';
import { tryQuietly } from '../core/retry.js';
import { check } from '../envelope/check.js';
import { assertKids, chooseKey, signedBytes } from '../envelope/key.js';
import { isUsableThreshold } from '../envelope/threshold.js';
import {
  DISCOVERY_PATH,
  type Discovery,
  DiscoverySchema,
  MAX_DISCOVERY_BYTES,
  ThresholdSchema,
} from '../envelope/wire.js';
import { type Answer, type Call, type CallCodes, call, type Receiver } from './call.js';
import { valid } from './problem.js';
import { learnTime } from './stated-time.js';

/** An offline Ed25519 key that the integrator trusts for the receiver's key list (requirement E-10). */
export interface PinnedKey {
  /** Raw, 32 bytes, base64url. */
  readonly publicKey: string;
  /** The lowest `seq` to accept: an older list is a rollback. */
  readonly minSeq: number;
}

const TIMEOUT_MS = 10_000;
const CODES: CallCodes = {
  network: 'discovery.unreachable',
  timeout: 'discovery.unreachable',
  malformed: 'discovery.malformed',
};
const REQUEST: Call = {
  method: 'GET',
  path: DISCOVERY_PATH,
  timeoutMs: TIMEOUT_MS,
  maxBytes: MAX_DISCOVERY_BYTES,
  codes: CODES,
};

/** Asks the receiver who it is: the only request before consent. It carries nothing of its own about the seller; the host's headers may name them.
 * @throws `discovery.*`, `config.invalid` (an unusable pinned key), `crypto.unavailable` (no Ed25519 here). */
export async function discover(
  receiver: Receiver,
  pinnedKey: PinnedKey | undefined,
  signal: AbortSignal,
): Promise<Discovery> {
  return tryQuietly(signal, async () => {
    try {
      const answer = await call(receiver, REQUEST, signal);
      if (answer.status !== 200) return { kind: 'failed', error: refused(answer), again: answer.again };
      // What is no discovery document is not the receiver's, and says no time of it.
      refuseByName(answer.json);
      const { clock } = receiver;
      learnTime(clock, answer, true);
      const isStated = clock.stated() !== null;
      return { kind: 'done', value: await checkDiscovery(answer.json, pinnedKey, clock.now(), isStated) };
    } catch (error) {
      return { kind: 'failed', error, again: mayPass(error) ? 'soon' : 'never' };
    }
  });
}

function refused({ asked, status }: Answer): CandorError {
  return new CandorError('discovery.unreachable', { detail: `${asked}, HTTP ${status}` });
}

/** A line that broke, and what is no discovery document: half of one, or a network's page that asks to log in. Who was silent
 * for long is not waited for again. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof CandorError)) return false;
  return error.code === 'discovery.malformed' || isBrokenLine(error);
}

function isBrokenLine({ code, cause }: CandorError): boolean {
  return code === 'discovery.unreachable' && cause !== undefined;
}

/** Also for a discovery document that the host's own backend fetched.
 * @param isStated - whether `now` is the receiver's: a device's own time refuses no key.
 * @throws as {@link discover}. */
export async function checkDiscovery(
  json: unknown,
  pinnedKey: PinnedKey | undefined,
  now: Date,
  isStated = true,
): Promise<Discovery> {
  refuseByName(json);
  const discovery = valid(check(DiscoverySchema, json), 'discovery.malformed');
  if (!isUsableThreshold(discovery.threshold))
    throw new CandorError('discovery.no_threshold', { detail: 'value' });
  // An insecure page cannot hash, nor seal: there the seller meets the notice, and the alternatives, all the same.
  if (globalThis.crypto.subtle !== undefined) {
    await assertKids([...discovery.keys, ...(discovery.operators ?? [])]);
    if (pinnedKey !== undefined) await assertSigned(discovery, pinnedKey);
  }
  chooseKey(discovery.keys, now, isStated);
  return discovery;
}

/** What deserves a word of its own, before the whole is validated: each is a promise of the notice that would break. */
function refuseByName(json: unknown): void {
  if (typeof json !== 'object' || json === null) throw new CandorError('discovery.malformed');
  // Everything is optional until it is checked; the document may be anything.
  const { version, alternatives, threshold, notices } = json as Partial<Record<keyof Discovery, unknown>>;
  if (version === undefined) throw new CandorError('discovery.malformed', { detail: 'version' });
  if (version !== 1)
    throw new CandorError('discovery.unknown_version', { detail: String(version).slice(0, 20) });
  valid(check(DiscoverySchema.entries.alternatives, alternatives), 'discovery.no_alternative');
  valid(check(ThresholdSchema, threshold), 'discovery.no_threshold');
  if (typeof notices === 'object' && notices !== null && Object.keys(notices).length === 0) {
    throw new CandorError('discovery.no_notice');
  }
}

async function assertSigned(discovery: Discovery, pinned: PinnedKey): Promise<void> {
  const { seq, keysSignature } = discovery;
  if (keysSignature === undefined)
    throw new CandorError('discovery.signature_invalid', { detail: 'unsigned' });
  const key = await importPinned(pinned);
  const signature = fromBase64Url(keysSignature);
  const genuine = await crypto.subtle.verify('Ed25519', key, signature, signedBytes(discovery));
  if (!genuine) throw new CandorError('discovery.signature_invalid');
  if (seq < pinned.minSeq) throw new CandorError('discovery.rolled_back', { detail: `seq ${seq}` });
}

async function importPinned({ publicKey }: PinnedKey): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', fromBase64Url(publicKey), 'Ed25519', false, ['verify']);
  } catch (cause) {
    const unsupported = cause instanceof DOMException && cause.name === 'NotSupportedError';
    throw new CandorError(unsupported ? 'crypto.unavailable' : 'config.invalid', {
      cause,
      detail: 'pinnedKey',
    });
  }
}
