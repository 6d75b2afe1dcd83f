import type { Bytes } from '../../core/bytes.js';

/** As much of built.json as the worker reads; tools/models/build.ts writes it. */
interface Built {
  readonly version: 1;
  readonly roles: { readonly texture: 'present' | 'absent' };
  /** Written by `candor-assets --webgpu`: onnxruntime's WebGPU build lies in this folder. */
  readonly webgpu?: unknown;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBuilt(value: unknown): value is Built {
  if (!isObject(value) || value.version !== 1 || !isObject(value.roles)) return false;
  return value.roles.texture === 'present' || value.roles.texture === 'absent';
}

/** @throws SyntaxError, TypeError when it does not say: that is a broken copy, not a build that lacks something. */
function parseBuilt(bytes: Bytes): Built {
  const built: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (!isBuilt(built)) throw new TypeError('built.json does not say which models there are');
  return built;
}

/** Whether this build has the texture models.
 * @throws SyntaxError, TypeError */
export function hasTexture(bytes: Bytes): boolean {
  return parseBuilt(bytes).roles.texture === 'present';
}

/** Whether this folder has onnxruntime's WebGPU build.
 * @throws SyntaxError, TypeError */
export function hasWebgpu(bytes: Bytes): boolean {
  return parseBuilt(bytes).webgpu === 'present';
}
