import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../core/bytes.js';
import { startWasmSession } from './session.js';

const wasm = async (): Promise<Bytes> =>
  new Uint8Array(await readFile('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'));

describe('startWasmSession', () => {
  it('says runtime.wasm_failed, with the cause, of a model that the runtime cannot read', async () => {
    const starting = startWasmSession(await wasm(), Uint8Array.of(1, 2, 3));
    await expect(starting).rejects.toMatchObject({
      code: 'runtime.wasm_failed',
      detail: 'face_embedding.onnx, wasm',
      cause: expect.anything(),
    });
  });
});
