import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type BuildOptions, buildModels } from './build.js';
import { CardError, entryOf, parseCard, rangeOf } from './card.js';
import { chooseEmbedding, EMBEDDINGS, withEmbedding } from './embeddings.js';
import { checkHash } from './hash.js';
import { entriesOf, type Manifest } from './manifest.js';
import { checkOnnx } from './onnx-file.js';
import { selfTest } from './self-test.js';

export interface Brought {
  readonly modelPath: string;
  readonly cardPath: string;
  /** Of the manifest that the model is put into. */
  readonly manifestPath: string;
}

/** Puts a model that somebody brings into the embedding's place, when it is what its card says and knows a rendered person
 * again. Otherwise nothing is changed.
 * @throws {@link CardError} naming the field, {@link WrongHashError} */
export async function bringModel(
  { modelPath, cardPath, manifestPath }: Brought,
  options: BuildOptions = {},
): Promise<void> {
  const report = options.report ?? (() => {});
  const card = parseCard(await textOf('--card', cardPath));
  const recipe = Object.values(EMBEDDINGS).find(({ id }) => id === card.id);
  if (recipe !== undefined && recipe.sha256 !== card.sha256)
    throw new CardError('id', `${card.id} is another model's: npm run models has a recipe for it`);
  const bytes = await bytesOf('--embedding', modelPath);
  checkHash(`${modelPath} (card: sha256)`, bytes, card.sha256);
  checkOnnx(bytes, card);
  const { template, input, output } = card;
  const [low, high] = rangeOf(input);
  const fed = { chip: { template, sidePx: input.sidePx }, input: { ...input, low, high }, output };
  const { samePerson, otherPerson } = await selfTest(bytes, fed);
  report(
    `models: self-test: a rendered person again ${samePerson.toFixed(3)}, another one ${otherPerson.toFixed(3)}`,
  );
  const embedding = entryOf(card, basename(modelPath), bytes.length);
  const manifest: Manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
  const entries = entriesOf(withEmbedding(manifest, embedding));
  await buildModels({ ...options, entries, givenFolder: dirname(modelPath) });
  await chooseEmbedding(manifestPath, embedding);
}

async function textOf(option: string, path: string): Promise<string> {
  return new TextDecoder().decode(await bytesOf(option, path));
}

async function bytesOf(option: string, path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw new CardError(option, `there is no file ${path}`);
  });
}
