import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { Identity } from './tls.js';

const DAY_MS = 86_400_000;
/** Nobody looks at the dates: a pin is valid until it is taken out. */
const VALID_DAYS = 3_650;
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A new key and a self-signed certificate for it. What counts is the fingerprint, which the others pin.
 * @param name - the certificate's common name, for whoever looks at it. */
export async function makeIdentity(name: string): Promise<Identity> {
  const keys = await webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  const now = Date.now();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: [{ CN: [name] }],
      notBefore: new Date(now - DAY_MS),
      notAfter: new Date(now + VALID_DAYS * DAY_MS),
      keys,
      signingAlgorithm: ECDSA,
    },
    webcrypto as Crypto,
  );
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return { certificate: `${certificate.toString('pem')}\n`, key: key.toString() };
}
