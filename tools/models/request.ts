import { parseArgs } from 'node:util';
import { EMBEDDINGS } from './embeddings.js';

export const USAGE = `npm run models [-- --embedding ${Object.keys(EMBEDDINGS).join('|')}]
npm run models -- --embedding model.onnx --card card.json
Makes sure of the files in public/models, which the manifest there names.
  --embedding NAME  puts another embedding model into the manifest, and its file in place
  --embedding FILE  the same with a model of your own, which its card describes (docs/bring-your-own-model.md)`;

export class UsageError extends Error {}

/** What `npm run models` is asked for. */
export type ModelsRequest =
  | { readonly kind: 'help' }
  /** Make sure of what the manifest names. */
  | { readonly kind: 'build' }
  | { readonly kind: 'choose'; readonly name: string }
  | { readonly kind: 'bring'; readonly modelPath: string; readonly cardPath: string };

/** @throws UsageError for a card of no model. */
export function requestOf(args: readonly string[]): ModelsRequest {
  const { values } = parseArgs({
    args: [...args],
    options: { embedding: { type: 'string' }, card: { type: 'string' }, help: { type: 'boolean' } },
  });
  const { embedding, card, help } = values;
  if (help) return { kind: 'help' };
  if (embedding === undefined && card !== undefined)
    throw new UsageError(`--card ${card} describes a model: --embedding names its file\n${USAGE}`);
  if (embedding === undefined) return { kind: 'build' };
  if (card === undefined) return { kind: 'choose', name: embedding };
  return { kind: 'bring', modelPath: embedding, cardPath: card };
}
