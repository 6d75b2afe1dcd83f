import { createHash } from 'node:crypto';

/** Hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file is not the one that the manifest names. Nothing is built from it. */
export class WrongHashError extends Error {
  override readonly name = 'WrongHashError';

  /** @param file - path or address. */
  constructor(file: string, expected: string, found: string) {
    super(`wrong hash of ${file}\n  expected ${expected}\n  found    ${found}`);
  }
}

/** @throws {@link WrongHashError} */
export function checkHash(file: string, bytes: Uint8Array, expected: string): void {
  const found = sha256Hex(bytes);
  if (found !== expected) throw new WrongHashError(file, expected, found);
}

/** @param expected - as package-lock.json has it: `sha512-` and the hash in base64. @throws {@link WrongHashError} */
export function checkIntegrity(file: string, bytes: Uint8Array, expected: string): void {
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== expected) throw new WrongHashError(file, expected, found);
}
