import { randomBytes } from 'node:crypto';

/** 32 bytes, base64url. */
export function newMasterKey(): string {
  return randomBytes(32).toString('base64url');
}
