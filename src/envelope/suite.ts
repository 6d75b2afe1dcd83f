import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 as PortableX25519 } from '@hpke/dhkem-x25519';
import { XWing } from '@hpke/hybridkem-x-wing';
import { type Bytes, utf8 } from '../core/bytes.js';
import { unreachable } from '../core/unreachable.js';
import { canonicalBytes } from './canonical.js';
import type { Header, Kem } from './wire.js';

/** HPKE (RFC 9180) base mode: the KEM as named, HKDF-SHA256, AES-256-GCM. */
export async function suiteOf(kem: Kem): Promise<CipherSuite> {
  return new CipherSuite({ kem: await kemOf(kem), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

async function kemOf(kem: Kem): Promise<XWing | DhkemX25519HkdfSha256 | PortableX25519> {
  switch (kem) {
    case 'x-wing':
      return new XWing();
    case 'x25519':
      return (await hasNativeX25519()) ? new DhkemX25519HkdfSha256() : new PortableX25519();
    default:
      return unreachable(kem);
  }
}

/** WebCrypto has X25519 since Chrome 133, Firefox 130, Safari 17: older ones get the portable one (requirement E-17). */
async function hasNativeX25519(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits']);
    return true;
  } catch {
    return false;
  }
}

/** Binds the envelope to the receiver that the seller was told of, and to the key (HPKE `info`). */
export function infoOf(audience: string, kid: string): Bytes {
  return utf8(`candor/1\n${audience}\n${kid}`);
}

/** The header as it is authenticated (HPKE `aad`): changing any field keeps the envelope shut. */
export function aadOf(header: Header): Bytes {
  return canonicalBytes(header);
}
