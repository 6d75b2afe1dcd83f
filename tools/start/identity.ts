import 'reflect-metadata';
import { KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const VALID_MS = 10 * 365 * 86_400_000;

/** What one of those who talk over TLS shows the others, and by which they know it. */
export interface Identity {
  readonly certificateFile: string;
  readonly keyFile: string;
  /** SHA-256 of the certificate, as `AB:CD:…`. */
  readonly fingerprint: string;
}

/** The certificate and the key in a folder; they are made where there are none. */
export async function identityIn(folder: string, name: string): Promise<Identity> {
  const [certificateFile, keyFile] = [join(folder, 'node.crt'), join(folder, 'node.key')];
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pem =
    (await readFile(certificateFile, 'utf8').catch(() => null)) ??
    (await makeIdentity(name, certificateFile, keyFile));
  return { certificateFile, keyFile, fingerprint: new X509Certificate(pem).fingerprint256 };
}

async function makeIdentity(name: string, certificateFile: string, keyFile: string): Promise<string> {
  const keys = await webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  const notAfter = new Date(Date.now() + VALID_MS);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    { name: `CN=${name}`, notAfter, keys, signingAlgorithm: ECDSA },
    webcrypto as Crypto,
  );
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  await writeFile(keyFile, key, { mode: 0o600 });
  // Last: whoever finds it finds the key, too.
  const pem = certificate.toString('pem');
  await writeFile(certificateFile, pem);
  return pem;
}
