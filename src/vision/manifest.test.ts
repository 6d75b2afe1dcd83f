import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SHIPPED_MODEL } from '../core/shipped-model.js';
import { resolveAssets } from './assets.js';
import {
  embeddingModel,
  landmarksModel,
  ortWasm,
  ortWebgpuWasm,
  textureModels,
  visionWasm,
} from './manifest.js';
import { TEMPLATES } from './worker/align.js';

const { resolve } = createRequire(import.meta.url);

describe('the pinned files', () => {
  it.each([
    ['@mediapipe/tasks-vision', visionWasm],
    ['onnxruntime-web', ortWasm],
    ['onnxruntime-web', ortWebgpuWasm],
  ])('%s ships the WebAssembly whose size and hash are compiled in', (name, { file, sizeBytes, sha256 }) => {
    const bytes = readFileSync(resolve(`${name}/${file}`));
    expect(bytes).toHaveLength(sizeBytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  });

  it('have SHA-256 hashes and the names under which they are published', () => {
    for (const { file, sha256 } of [landmarksModel, embeddingModel]) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(file).toMatch(/^face_[a-z]+\.(task|onnx)$/);
    }
  });

  it('name an embedding model whose input is as large as its alignment template', () => {
    expect(TEMPLATES[embeddingModel.template].sidePx).toBe(embeddingModel.input.sidePx);
    expect(embeddingModel.output.dim).toBe(SHIPPED_MODEL.dim);
  });

  afterEach(() => vi.unstubAllGlobals());

  it('say how the texture models are fed, and each has an address', () => {
    vi.stubGlobal('document', { baseURI: 'https://shop.example/' });
    expect(textureModels.map(({ cropScale }) => cropScale)).toEqual([2.7, 4]);
    for (const { id, file, sha256, input, output } of textureModels) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(input).toMatchObject({ sidePx: 80, channelOrder: 'BGR', low: 0, high: 255 });
      expect(output.dim).toBe(3);
      expect(resolveAssets().textureModels[id]).toMatch(new RegExp(`/${file}$`));
    }
  });
});
