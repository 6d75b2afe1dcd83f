import { CandorError } from '../core/errors.js';
import type { FlowOptions } from './state.js';

function refuse(detail: string): never {
  throw new CandorError('config.invalid', { detail });
}

function httpUrl(text: string, base: string | undefined): URL | null {
  // An empty address would be the page itself.
  if (typeof text !== 'string' || text.trim() === '') return null;
  try {
    const url = new URL(text, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

const BACKENDS: readonly NonNullable<FlowOptions['embeddingBackend']>[] = ['auto', 'wasm', 'webgpu'];

function isListOfWords(value: unknown): boolean {
  return Array.isArray(value) && value.every((word) => typeof word === 'string' && word.trim() !== '');
}

/** Checks every option before anything starts and gives the endpoint as an absolute address without a closing slash.
 * @param base - the page's address, for a relative endpoint.
 * @throws `config.invalid` naming the option. */
export function checkOptions(options: FlowOptions, base?: string): FlowOptions {
  const endpoint = httpUrl(options.endpoint, base) ?? refuse('endpoint');
  if (endpoint.username !== '' || endpoint.password !== '') refuse('endpoint carries credentials');
  const { profile = 'standard', locale, pinnedKey, allowedCameraLabels = [], embeddingBackend } = options;
  if (profile !== 'standard' && profile !== 'no-gestures') refuse('profile');
  if (locale !== undefined && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(locale)) refuse('locale');
  if (embeddingBackend !== undefined && !BACKENDS.includes(embeddingBackend)) refuse('embeddingBackend');
  if (embeddingBackend === 'webgpu' && options.assetsUrl === undefined)
    refuse('embeddingBackend webgpu needs assetsUrl, a folder made by candor-assets --webgpu');
  if (pinnedKey !== undefined && !(pinnedKey.minSeq >= 0)) refuse('pinnedKey.minSeq');
  // An empty one would be part of every name.
  if (!isListOfWords(allowedCameraLabels)) refuse('allowedCameraLabels');
  return { ...options, endpoint: endpoint.href.replace(/\/+$/, '') };
}
