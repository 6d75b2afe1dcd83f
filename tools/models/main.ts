import { join } from 'node:path';
import { buildModels, MODELS_FOLDER } from './build.js';
import { CardError } from './card.js';
import { chooseEmbedding, EMBEDDINGS, withEmbedding } from './embeddings.js';
import { WrongHashError } from './hash.js';
import { entriesOf, manifest } from './manifest.js';
import { type ModelsRequest, requestOf, USAGE, UsageError } from './request.js';
import { SourceUnavailableError } from './source.js';

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

const ANOTHER =
  'models: the embedding is another one. Build again, and use a threshold that was measured with it.';

async function answer(request: ModelsRequest): Promise<void> {
  switch (request.kind) {
    case 'help':
      return report(USAGE);
    case 'build':
      await buildModels({ report });
      return;
    case 'choose':
      await choose(request.name);
      return report(ANOTHER);
    case 'bring':
      await bring(request.modelPath, request.cardPath);
      return report(ANOTHER);
    default:
      request satisfies never;
  }
}

/** Exit status 1 when a model that is needed cannot be made. */
try {
  await answer(requestOf(process.argv.slice(2)));
} catch (error) {
  const expected = EXPECTED.some((kind) => error instanceof kind);
  console.error(expected ? `models: ${(error as Error).message}` : error);
  process.exitCode = 1;
}
