import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../public/models/manifest.json' with { type: 'json' };
import { SHIPPED_MODEL } from '../../src/core/shipped-model.js';
import dlib from '../models/embeddings/dlib.json' with { type: 'json' };
import mobilefacenet from '../models/embeddings/mobilefacenet.json' with { type: 'json' };
import sface from '../models/embeddings/sface.json' with { type: 'json' };

/** The cards of the models say of each file what the manifest and the recipes say: which is fetched, and with which licence. */

const CARDS = readFileSync('docs/model-cards.md', 'utf8');
const EMBEDDINGS = [mobilefacenet, sface, dlib];
const MODELS = [...manifest.models.filter(({ role }) => role !== 'embedding'), ...EMBEDDINGS];

/** Cells of the row that begins with this one. */
function rowOf(first: string): readonly string[] {
  const row = CARDS.split('\n').find((line) => line.startsWith(`| ${first} |`));
  if (row === undefined) throw new Error(`the cards have no row of ${first}`);
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The text under the heading of this level that names the model. */
function sectionOf(heading: string): string {
  const level = heading.split(' ')[0] ?? '';
  const from = CARDS.indexOf(`\n${heading}`);
  if (from < 0) throw new Error(`the cards have no section ${heading}`);
  const next = CARDS.indexOf(`\n${level} `, from + 1);
  return CARDS.slice(from, next < 0 ? undefined : next);
}

/** SPDX ids, without what is only their version. */
function namesOf(licence: string): readonly string[] {
  return licence.split(' AND ').map((id) => id.replace(/^CC0-1\.0$/, 'CC0'));
}

describe('the cards of the models', () => {
  it.each(MODELS)('name file, role and bytes of $id', ({ id, role, file, bytes }) => {
    const [, said, fileSaid, bytesSaid] = rowOf(`\`${id}\``);
    expect(said?.startsWith(role)).toBe(true);
    expect(fileSaid).toBe(`\`${file}\``);
    expect(bytesSaid).toBe(bytes.toLocaleString('en'));
  });

  it('say which embedding is shipped: that of the manifest', () => {
    const shipped = manifest.models.filter(({ role }) => role === 'embedding').map(({ id }) => id);
    expect(shipped).toEqual([SHIPPED_MODEL.modelId]);
    const defaults = EMBEDDINGS.filter(({ id }) => rowOf(`\`${id}\``)[1]?.includes('the default'));
    expect(defaults.map(({ id }) => id)).toEqual(shipped);
    expect(sectionOf('### `mobilefacenet` (default)')).toContain('**Licence:**');
  });

  it.each(manifest.models.filter(({ optional }) => optional))('say that $id is not needed', ({ id }) => {
    expect(rowOf(`\`${id}\``).at(-1)).toBe('no');
  });

  it('say how many numbers go over the wire', () => {
    expect(rowOf('wire: numbers').slice(1)).toEqual(EMBEDDINGS.map(({ output }) => `${output.shape[1]}`));
  });

  it.each([
    ['### `mobilefacenet`', mobilefacenet, 1],
    ['### `sface`', sface, 2],
    ['### `dlib`', dlib, 3],
  ] as const)('say in %s which licence it has', (heading, { licence }, column) => {
    for (const name of namesOf(licence)) {
      expect(/\*\*Licence:\*\*[^\n]*/.exec(sectionOf(heading))?.[0]).toContain(name);
      expect(rowOf('licence, as published')[column]).toContain(name);
    }
  });

  it.each([
    ['## Landmarks: `face-landmarker`', 'face-landmarker'],
    ['## Texture: `minifasnet-v2`', 'minifasnet-v2'],
    ['## Texture: `minifasnet-v2` and `minifasnet-v1se`', 'minifasnet-v1se'],
  ])('say in %s which licence %s has', (heading, wanted) => {
    const licence = manifest.models.find(({ id }) => id === wanted)?.licence ?? '';
    expect(licence).not.toBe('');
    expect(sectionOf(heading)).toContain(licence);
  });

  it.each([
    ['### `mobilefacenet`', mobilefacenet],
    ['### `sface`', sface],
  ] as const)('say in %s by which hash its file is known', (heading, { sha256 }) => {
    expect(sectionOf(heading)).toContain(`\`${sha256.slice(0, 8)}…${sha256.slice(-5)}\``);
  });
});
