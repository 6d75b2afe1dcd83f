import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildModels, MODELS_FOLDER } from './build.js';
import { CardError } from './card.js';
import { chooseEmbedding, EMBEDDINGS, withEmbedding } from './embeddings.js';
import { WrongHashError } from './hash.js';
import { entriesOf, manifest } from './manifest.js';
import { SourceUnavailableError } from './source.js';

const USAGE = `npm run models [-- --embedding ${Object.keys(EMBEDDINGS).join('|')}]
npm run models -- --embedding model.onnx --card card.json
Makes sure of the files in public/models, which the manifest there names.
  --embedding NAME  puts another embedding model into the manifest, and its file in place
  --embedding FILE  the same with a model of your own, which its card describes (docs/bring-your-own-model.md)`;

class UsageError extends Error {}

const EXPECTED = [WrongHashError, SourceUnavailableError, UsageError, CardError];
const manifestPath = join(MODELS_FOLDER, 'manifest.json');
const report = (line: string): void => console.log(line);

async function choose(name: string): Promise<void> {
  const embedding = EMBEDDINGS[name];
  if (embedding === undefined)
    throw new UsageError(`no embedding ${name}; a model of your own needs --card\n${USAGE}`);
  // The manifest last: where the model cannot be had, all stays as it was.
  await buildModels({ report, entries: entriesOf(withEmbedding(manifest, embedding)) });
  await chooseEmbedding(manifestPath, embedding);
}

async function bring(modelPath: string, cardPath: string): Promise<void> {
  // The renderer and the runtime of the self-test are loaded for this alone.
  const { bringModel } = await import('./bring.js');
  await bringModel({ modelPath, cardPath, manifestPath }, { report });
}

/** Exit status 1 when a model that is needed cannot be made. */
try {
  const { values } = parseArgs({
    options: { embedding: { type: 'string' }, card: { type: 'string' }, help: { type: 'boolean' } },
  });
  const { embedding, card, help } = values;
  if (help) console.log(USAGE);
  else if (embedding === undefined) await buildModels({ report });
  else if (card === undefined) await choose(embedding);
  else await bring(embedding, card);
  if (embedding !== undefined)
    report(
      'models: the embedding is another one. Build again, and use a threshold that was measured with it.',
    );
} catch (error) {
  const expected = EXPECTED.some((kind) => error instanceof kind);
  console.error(expected ? `models: ${(error as Error).message}` : error);
  process.exitCode = 1;
}
