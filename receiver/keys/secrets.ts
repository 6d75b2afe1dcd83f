import { createHmac } from 'node:crypto';
import type { Random } from '../options.js';
import { isSame } from './constant-time.js';
import type { SecretStore } from './secret-store.js';

const SECRET_BYTES = 32;

/** The receiver's symmetric secrets, 32 bytes each. */
export interface Secrets {
  /** Encrypts templates at rest, together with the key of each template's own slot. */
  readonly storage: Uint8Array;
  /** Derives removal tokens. */
  readonly token: Uint8Array;
  /** Blinds subjects, addresses and group tokens. */
  readonly principal: Uint8Array;
}

/** A key is not there, or is another one than the records were made with.
 * @example
 * if (error instanceof KeyLostError) save(error.code); */
export class KeyLostError extends Error {
  override readonly name = 'KeyLostError';

  readonly code: `keys.${KeyLoss}`;

  constructor(place: string, reason: KeyLoss) {
    super(`${place} ${LOSSES[reason]}`);
    this.code = `keys.${reason}`;
  }
}

/** `not_shared`: the database is another receiver's too, which has a key of its own. `pairs`: the pairs that envelopes are sealed for are
 * missing; nothing that is stored needs them. `incomplete`: slots are not there that were never destroyed there. `copied`: the folder is a
 * copy of the one that receivers share which run now. */
export type KeyLoss = 'missing' | 'another' | 'not_shared' | 'pairs' | 'incomplete' | 'copied';

const LOSSES: Readonly<Record<KeyLoss, string>> = {
  missing: 'is missing, and there are records that were made with it; restore it from a backup',
  another: 'is another key than the one the records were made with; restore that one from a backup',
  pairs:
    'is missing, although envelopes were sealed for its keys; restore it from a backup, or make new ones with candor-receiver keys rotate: what is on its way then no longer opens',
  incomplete:
    'lacks keys of stored templates that were not destroyed in it: another receiver with a folder of its own has stored them, or this is an older copy. Use that folder, or share keys (docs/several-receivers.md). If those keys are lost for good, --accept-missing-keys deletes their templates',
  copied:
    'is a copy of the folder that the receivers of this database which run now share: each would miss what the other stores. Mount that folder here, or stop them first (docs/several-receivers.md)',
  not_shared:
    'is another key than the one that the first receiver of this database made; receivers of one database share their keys (docs/several-receivers.md)',
};

/** Reads the secrets, and makes those that are missing where nothing has been stored yet.
 * @throws {@link KeyLostError}; Error when one is readable by others or has another length. */
export async function loadSecrets(
  store: SecretStore,
  random: Random,
  { mayMake }: { readonly mayMake: boolean },
): Promise<Secrets> {
  const load = (name: SecretName) => loadSecret(store, name, random, mayMake);
  return { storage: await load('storage'), token: await load('token'), principal: await load('principal') };
}

export type SecretName = keyof Secrets;

async function loadSecret(
  store: SecretStore,
  name: SecretName,
  random: Random,
  mayMake: boolean,
): Promise<Uint8Array> {
  const entry = `${name}.key` as const;
  const stored = await store.read(entry);
  if (stored !== null) {
    if (stored.length !== SECRET_BYTES)
      throw new Error(`${store.placeOf(entry)} is not a key of ${SECRET_BYTES} bytes`);
    return new Uint8Array(stored);
  }
  if (!mayMake) throw new KeyLostError(store.placeOf(entry), 'missing');
  const fresh = random(SECRET_BYTES);
  await store.write(entry, fresh);
  return fresh;
}

/** Tells a key from another one, and nothing of it. */
export function fingerprintOf(key: Uint8Array): string {
  return keyedHash(key, 'candor/fingerprint/1');
}

/** What proves that whoever asks holds the receipt. Derived, so that the same answer can be given again without
 * storing the token. base64url. */
export function removalToken(secrets: Secrets, verificationId: string): string {
  return keyedHash(secrets.token, `candor/removal/1\n${verificationId}`);
}

/** Compares in constant time. */
export function isRemovalToken(secrets: Secrets, verificationId: string, token: string): boolean {
  return isSame(token, removalToken(secrets, verificationId));
}

/** Proves that a form was made for this reviewer and this case, so that no other page can fill it in. base64url. */
export function formToken(secrets: Secrets, reviewer: string, caseId: string): string {
  return keyedHash(secrets.token, `candor/review-form/1\n${JSON.stringify([reviewer, caseId])}`);
}

/** Compares in constant time. */
export function isFormToken(secrets: Secrets, reviewer: string, caseId: string, token: string): boolean {
  return isSame(token, formToken(secrets, reviewer, caseId));
}

/** Who an attempt counts against, an exemption is about, or a case was decided by, as a keyed hash: the database shows neither
 * subjects, addresses nor reviewers. */
export function principalOf(
  secrets: Secrets,
  kind:
    | 'subject'
    | 'address'
    | 'shared-address'
    | 'posting-address'
    | 'failing-subject'
    | 'failing-address'
    | 'verification'
    | 'reviewer'
    | 'operator',
  name: string,
): string {
  return keyedHash(secrets.principal, `${kind}\n${name}`);
}

/** What a group token of the marketplace is stored as. */
export function groupOf(secrets: Secrets, token: string): string {
  return keyedHash(secrets.principal, `candor/group/1\n${token}`);
}

/** By what a session's nonce is known again once the session is forgotten. */
export function nonceHashOf(secrets: Secrets, nonce: string): string {
  return keyedHash(secrets.token, `candor/nonce/1\n${nonce}`);
}

function keyedHash(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
