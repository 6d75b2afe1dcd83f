import { readFile, rename, writeFile } from 'node:fs/promises';
import dlib from './embeddings/dlib.json' with { type: 'json' };
import mobilefacenet from './embeddings/mobilefacenet.json' with { type: 'json' };
import sface from './embeddings/sface.json' with { type: 'json' };
import type { Manifest, ModelEntry } from './manifest.js';

/** The embedding models that there are recipes for; their cards are in docs/model-cards.md. The first is the default. */
export const EMBEDDINGS: Readonly<Record<string, ModelEntry>> = {
  // A JSON module's strings and arrays are not literal types; manifest.test.ts checks what this claims.
  mobilefacenet: mobilefacenet as unknown as ModelEntry,
  sface: sface as unknown as ModelEntry,
  dlib: dlib as unknown as ModelEntry,
};

/** The manifest with another model in the embedding's place. */
export function withEmbedding(manifest: Manifest, embedding: ModelEntry): Manifest {
  const models = manifest.models.map((entry) => (entry.role === 'embedding' ? embedding : entry));
  return { ...manifest, models };
}

/** As it is committed: lists of numbers on one line. */
export function encodeManifest(manifest: Manifest): string {
  const json = JSON.stringify(manifest, null, 2);
  return `${json.replace(/\[[\s\d.,-]+\]/g, (list) => list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))}\n`;
}

/** Puts a model in the embedding's place in a manifest file, whole or not at all. */
export async function chooseEmbedding(path: string, embedding: ModelEntry): Promise<void> {
  const manifest: Manifest = JSON.parse(await readFile(path, 'utf8'));
  const partial = `${path}.${process.pid}.part`;
  await writeFile(partial, encodeManifest(withEmbedding(manifest, embedding)));
  await rename(partial, path);
}
