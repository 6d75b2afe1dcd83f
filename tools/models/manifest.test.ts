import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { EMBEDDINGS, encodeManifest, withEmbedding } from './embeddings.js';
import { entries, manifest, type PackageSource } from './manifest.js';
import { RECIPES } from './recipes.js';

const SHA256 = /^[0-9a-f]{64}$/;
const embeddings = Object.values(EMBEDDINGS);
/** What is in the manifest, and what may be put there. */
const all = [...entries, ...embeddings];

describe('manifest', () => {
  it('names every file and id once', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(new Set(entries.map(({ file }) => file)).size).toBe(entries.length);
  });

  it.each(all)('states size, hash, recipe and source of $id', ({ bytes, sha256, recipe, source }) => {
    expect(bytes).toBeGreaterThan(0);
    expect(sha256).toMatch(SHA256);
    expect(RECIPES).toHaveProperty(recipe);
    expect(source.files.length).toBeGreaterThan(0);
    for (const file of source.files) expect(file.sha256).toMatch(SHA256);
  });

  it.each([...manifest.models, ...embeddings])(
    'states what goes into $id and what comes out',
    ({ role, input, alignment, output, metric }) => {
      expect(['landmarks', 'embedding', 'texture']).toContain(role);
      expect(['RGB', 'BGR']).toContain(input.channelOrder);
      expect(['NCHW', 'NHWC']).toContain(input.layout);
      expect(input.range).toHaveLength(2);
      expect(alignment).toMatch(/^(task-graph|dlib-150|arcface-112|face-box-\d\.\d)$/);
      expect(output.shape.every((size) => Number.isInteger(size) && size > 0)).toBe(true);
      expect(metric).toBe(role === 'embedding' ? 'cosine' : null);
    },
  );

  it('asks for the package versions that package.json pins', async () => {
    const packageJson = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    const sources = all
      .map(({ source }) => source)
      .filter((source): source is PackageSource => source.kind === 'package');
    for (const { package: name, version } of sources)
      expect(packageJson.devDependencies).toHaveProperty([name], version);
    expect(sources.length).toBeGreaterThan(0);
  });

  it('fetches only over HTTPS and by commit', () => {
    for (const { source } of all) {
      if (source.kind !== 'address') continue;
      for (const { address } of source.files)
        expect(address).toMatch(new RegExp(`^https://.*/${source.commit}/`));
    }
  });

  it.each(embeddings)('knows $id by a hash of its tarball where that is fetched', ({ source }) => {
    if (source.kind === 'tarball') expect(source.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  });

  it('is committed with the default, as the command writes it', async () => {
    const committed = await readFile(new URL('../../public/models/manifest.json', import.meta.url), 'utf8');
    const [first] = embeddings;
    expect(first && encodeManifest(withEmbedding(manifest, first))).toBe(committed);
  });

  it('makes only the texture models optional', () => {
    expect(entries.filter(({ optional }) => optional).map(({ role }) => role)).toEqual([
      'texture',
      'texture',
    ]);
  });
});
