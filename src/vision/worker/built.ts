import type { Bytes } from '../../core/bytes.js';

/** As much of built.json as the worker reads; tools/models/build.ts writes it. */
interface Built {
  readonly version: 1;
  readonly roles: { readonly texture: 'present' | 'absent' };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBuilt(value: unknown): value is Built {
  if (!isObject(value) || value.version !== 1 || !isObject(value.roles)) return false;
  return value.roles.texture === 'present' || value.roles.texture === 'absent';
}

/** Whether this build has the texture models.
 * @throws SyntaxError, TypeError when it does not say: that is a broken copy, not a build without them. */
export function hasTexture(bytes: Bytes): boolean {
  const built: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (!isBuilt(built)) throw new TypeError('built.json does not say which models there are');
  return built.roles.texture === 'present';
}
