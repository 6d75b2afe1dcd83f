import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildModels, MODELS_FOLDER } from './build.js';
import { chooseEmbedding, EMBEDDINGS, withEmbedding } from './embeddings.js';
import { WrongHashError } from './hash.js';
import { entriesOf, type ModelEntry, manifest } from './manifest.js';
import { SourceUnavailableError } from './source.js';

const USAGE = `npm run models [-- --embedding ${Object.keys(EMBEDDINGS).join('|')}]
Makes sure of the files in public/models, which the manifest there names.
  --embedding NAME  puts another embedding model into the manifest, and its file in place`;

class UsageError extends Error {}

function embeddingOf(name: string): ModelEntry {
  const entry = EMBEDDINGS[name];
  if (entry === undefined) throw new UsageError(`no embedding ${name}\n${USAGE}`);
  return entry;
}

async function build(name: string | undefined): Promise<void> {
  const report = (line: string): void => console.log(line);
  if (name === undefined) {
    await buildModels({ report });
    return;
  }
  const embedding = embeddingOf(name);
  // The manifest last: where the model cannot be had, all stays as it was.
  await buildModels({ report, entries: entriesOf(withEmbedding(manifest, embedding)) });
  await chooseEmbedding(join(MODELS_FOLDER, 'manifest.json'), embedding);
  report(
    `models: ${embedding.id} is the embedding model. Build again, and use a threshold that was measured with it.`,
  );
}

/** Exit status 1 when a model that is needed cannot be made. */
try {
  const { values } = parseArgs({ options: { embedding: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) console.log(USAGE);
  else await build(values.embedding);
} catch (error) {
  const expected = [WrongHashError, SourceUnavailableError, UsageError].some((kind) => error instanceof kind);
  console.error(expected ? `models: ${(error as Error).message}` : error);
  process.exitCode = 1;
}
