import { toBase64Url } from '../../src/core/bytes.js';
import { exampleBinding } from '../../src/envelope/wire.fixture.js';
import type { Header } from '../../src/envelope/wire.js';

/** An envelope's header, as parts are bound to it. */
export const HEADER: Header = {
  v: 1,
  kid: toBase64Url(new Uint8Array(16)),
  kem: 'x-wing',
  kdf: 'hkdf-sha256',
  aead: 'aes-256-gcm',
  ...exampleBinding(),
};
