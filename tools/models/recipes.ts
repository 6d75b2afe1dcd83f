import { buildCanonicalMesh } from './canonical-mesh.js';
import { convertEmbedding } from './embedding.js';
import { buildLandmarkBundle } from './landmark-bundle.js';
import type { RecipeName } from './manifest.js';
import { packedAsset } from './packed-assets.js';
import { convertTexture } from './texture.js';

/** Makes a model file of its source's files, given in the manifest's order. The same files give the same bytes. */
export type Recipe = (files: readonly Uint8Array[]) => Uint8Array;

export const RECIPES: Readonly<Record<RecipeName, Recipe>> = {
  'landmark-bundle': (files) => buildLandmarkBundle(fileAt(files, 0)),
  'dlib-resnet': (files) => convertEmbedding(fileAt(files, 0), fileAt(files, 1)),
  minifasnet: (files) => convertTexture(fileAt(files, 0)),
  'canonical-mesh': (files) => buildCanonicalMesh(packedAsset(fileAt(files, 0), 'geometryMetadata')),
  copy: (files) => fileAt(files, 0),
};

function fileAt(files: readonly Uint8Array[], index: number): Uint8Array {
  const file = files[index];
  if (file === undefined)
    throw new RangeError(`the manifest's source lists ${files.length} files, expected more`);
  return file;
}
