import { readFile } from 'node:fs/promises';
import { ShareError } from '../errors.js';
import type { Settings } from './config.js';
import { fingerprintOf, type Identity } from './tls.js';

/** @throws {@link ShareError} `shares.bad_input` unless the certificate is the one that the others pin. */
export async function identityOf({
  certificateFile,
  keyFile,
  operators,
  party,
}: Settings): Promise<Identity> {
  const [certificate, key] = await Promise.all([
    readFile(certificateFile, 'utf8'),
    readFile(keyFile, 'utf8'),
  ]);
  if (fingerprintOf(certificate) !== operators[party].fingerprint)
    throw new ShareError('shares.bad_input', { detail: 'certificateFile is not the one that is pinned' });
  return { certificate, key };
}
