/** Encodings of the wire (protocol.md): base64url without padding, UTF-8, hex. */

export type Bytes = Uint8Array<ArrayBuffer>;

/** With padding, as a `data:` address wants it. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws RangeError on anything but canonical base64url without padding. */
export function fromBase64Url(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new RangeError('not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  // Two texts for one value would let a body be altered without changing its meaning.
  if (toBase64Url(bytes) !== text) throw new RangeError('not canonical base64url');
  return bytes;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text) as Bytes;
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Best effort: JavaScript cannot promise that no copy is left (requirements §9, 7). */
export function wipe(...buffers: readonly (Uint8Array | Float32Array)[]): void {
  for (const buffer of buffers) buffer.fill(0);
}
