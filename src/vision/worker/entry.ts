import { expose, transfer } from 'comlink';
import { WIDGET } from '../../core/version.js';
import type { VisionEndpoint } from '../protocol.js';
import { Analysis } from './analysis.js';
import { replying } from './fail.js';
import { trustThreads } from './trust-threads.js';

/** onnxruntime starts its threads from this same file; those have a name of their own and another task. */
const THREAD_NAME = /^em-pthread/;

function endpointOf(analysis: Analysis): VisionEndpoint {
  return {
    hello: async () => ({ kind: 'ok', value: WIDGET }),
    load: (assets, onDownload) => replying('runtime.wasm_failed', () => analysis.load(assets, onDownload)),
    fetchEmbedding: (preference) =>
      replying('runtime.wasm_failed', () => analysis.fetchEmbedding(preference)),
    loadEmbedding: (preference) => replying('runtime.wasm_failed', () => analysis.loadEmbedding(preference)),
    loadTexture: () => replying('runtime.wasm_failed', () => analysis.loadTexture()),
    observe: (image, frameId, mediaTimeMs) =>
      replying('runtime.model_failed', () => analysis.observe(image, frameId, mediaTimeMs)),
    embed: (frameId, view) => replying('runtime.model_failed', () => analysis.embed(frameId, view)),
    hold: (frameId, view) => replying('runtime.model_failed', () => analysis.hold(frameId, view)),
    finish: async () => {
      const reply = await replying('runtime.model_failed', () => analysis.finish());
      return reply.kind === 'ok' ? transfer(reply, [reply.value.embedding.buffer]) : reply;
    },
    reset: () => replying('runtime.model_failed', () => analysis.reset()),
  };
}

if (!THREAD_NAME.test(self.name)) {
  trustThreads();
  expose(endpointOf(new Analysis()));
}
