import { createHash } from 'node:crypto';
import { unreachable } from '../../src/core/unreachable.js';
import { isSame } from '../keys/constant-time.js';
import { principalOf, type Secrets } from '../keys/secrets.js';
import type { CheckedOperatorAccess } from './access.js';

/** What names the program in the log: the first characters of the hash of its token, or a keyed hash of the host's name for it;
 * null for nobody who may ask. */
export async function operatorIn(
  access: CheckedOperatorAccess,
  request: Request,
  secrets: Secrets,
): Promise<string | null> {
  switch (access.kind) {
    case 'tokens':
      return ofToken(access.tokenHashes, request.headers.get('authorization') ?? '');
    case 'host': {
      const found = await access.authorizeOperator(request);
      return found === null ? null : principalOf(secrets, 'operator', found.operator);
    }
    default:
      return unreachable(access);
  }
}

function ofToken(tokenHashes: readonly string[], authorization: string): string | null {
  const [, token = ''] = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization) ?? [];
  const hash = createHash('sha256').update(token).digest('hex');
  // Each is compared, so that the time says nothing of which one it was.
  const known = tokenHashes.filter((one) => isSame(hash, one));
  return known.length === 0 ? null : hash.slice(0, 8);
}
