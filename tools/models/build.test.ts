import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Built, buildModels, modelsAreBuilt } from './build.js';
import { EMBEDDINGS, withEmbedding } from './embeddings.js';
import { sha256Hex, WrongHashError } from './hash.js';
import { type AddressSource, type Entry, entries, entriesOf, type ModelEntry, manifest } from './manifest.js';

const MIRROR = process.env.CANDOR_MODEL_MIRROR;
const HELLO = new TextEncoder().encode('hello');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-models-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** An optional model that is copied from an address as it is. */
function copied(address: string, overrides: Partial<Entry> = {}): Entry {
  const source: AddressSource = {
    kind: 'address',
    repository: 'https://models.example',
    commit: 'c0ffee',
    files: [{ file: 'weights/hello.onnx', address, sha256: sha256Hex(HELLO) }],
  };
  return {
    id: 'hello',
    role: 'texture',
    optional: true,
    file: 'hello.onnx',
    bytes: HELLO.length,
    sha256: sha256Hex(HELLO),
    licence: 'CC0-1.0',
    recipe: 'copy',
    source,
    ...overrides,
  };
}

/** With the one embedding whose weights come with an installed package: the others are fetched. */
const installed = entriesOf(withEmbedding(manifest, EMBEDDINGS.dlib as ModelEntry));

const NOWHERE = copied('https://models.example/hello.onnx');

describe('buildModels', () => {
  it('gives the bytes that the manifest names, twice', async () => {
    for (const outputFolder of [join(folder, 'once'), join(folder, 'twice')]) {
      const built = await buildModels({
        outputFolder,
        mirrorFolder: null,
        upstream: false,
        entries: installed,
      });
      expect(built.roles).toMatchObject({
        landmarks: 'present',
        embedding: 'present',
        'test-mesh': 'present',
      });
      for (const { file, bytes, sha256, optional } of installed) {
        if (optional) continue;
        const content = await readFile(join(outputFolder, file));
        expect(content.length).toBe(bytes);
        expect(sha256Hex(content)).toBe(sha256);
      }
    }
    const built = (name: string): Promise<Buffer> => readFile(join(folder, name, 'built.json'));
    expect(await built('once')).toEqual(await built('twice'));
    const leftOver = (await readdir(join(folder, 'once'))).filter((file) => file.endsWith('.part'));
    expect(leftOver).toEqual([]);
  });

  it('leaves alone what is built and mends what is not what the manifest names', async () => {
    const options = { outputFolder: folder, mirrorFolder: null, upstream: false, entries: installed };
    await buildModels(options);
    const embedding = join(folder, 'face_embedding.onnx');
    const landmarks = join(folder, 'face_landmarker.task');
    const report = join(folder, 'built.json');
    const before = await Promise.all([landmarks, report].map((path) => stat(path)));
    const flipped = await readFile(embedding);
    flipped.writeUInt8(flipped.readUInt8(1000) ^ 1, 1000);
    await writeFile(embedding, flipped);
    expect(await modelsAreBuilt(options)).toBe(false);

    const lines: string[] = [];
    await buildModels({ ...options, report: (line) => lines.push(line) });
    expect(lines).toContain('models: face_landmarker.task is already built');
    expect(lines).toContain('models: face_embedding.onnx built from @vladmandic/face-api@1.7.15 (6.57 MB)');
    const after = await Promise.all([landmarks, report].map((path) => stat(path)));
    expect(after.map(({ mtimeMs }) => mtimeMs)).toEqual(before.map(({ mtimeMs }) => mtimeMs));
    expect(sha256Hex(await readFile(embedding))).not.toBe(sha256Hex(flipped));
    expect(await modelsAreBuilt(options)).toBe(true);
  });

  it('refuses a wrong source, naming file, expected and found hash', async () => {
    const packagesFolder = join(folder, 'packages');
    const [landmarks] = entries;
    if (landmarks?.source.kind !== 'package') throw new Error('the first entry comes from a package');
    const [file] = landmarks.source.files;
    const path = join(packagesFolder, landmarks.source.package, file?.file ?? '');
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, HELLO);

    const failure = buildModels({ outputFolder: folder, packagesFolder, entries: [landmarks] });
    await expect(failure).rejects.toThrow(WrongHashError);
    await expect(failure).rejects.toThrow(path);
    await expect(failure).rejects.toThrow(`expected ${file?.sha256}`);
    await expect(failure).rejects.toThrow(`found    ${sha256Hex(HELLO)}`);
  });

  it('refuses a wrong file in the mirror, though the model is optional', async () => {
    await writeFile(join(folder, 'hello.onnx'), 'something else');
    const failure = buildModels({
      outputFolder: join(folder, 'out'),
      mirrorFolder: folder,
      entries: [NOWHERE],
    });
    await expect(failure).rejects.toThrow(join(folder, 'hello.onnx'));
    const check = modelsAreBuilt({
      outputFolder: join(folder, 'out'),
      mirrorFolder: folder,
      entries: [NOWHERE],
    });
    await expect(check).rejects.toThrow(WrongHashError);
  });

  it('refuses a result that is not what the manifest names, and does not write it', async () => {
    await writeFile(join(folder, 'hello.onnx'), HELLO);
    const outputFolder = join(folder, 'out');
    const wanted = { ...NOWHERE, sha256: '0'.repeat(64) };
    await expect(buildModels({ outputFolder, mirrorFolder: folder, entries: [wanted] })).rejects.toThrow(
      'as built here',
    );
    expect(await readdir(outputFolder)).toEqual([]);
  });

  it('says where it looked when a needed package is not installed', async () => {
    const failure = buildModels({
      outputFolder: folder,
      packagesFolder: join(folder, 'none'),
      mirrorFolder: null,
    });
    await expect(failure).rejects.toThrow('@mediapipe/face_mesh@0.4.1657299874 is not installed');
  });

  it('marks the texture role absent where its weights cannot be had, and says so', async () => {
    const lines: string[] = [];
    const texture = entries.filter(({ role }) => role === 'texture');
    const options = { outputFolder: folder, mirrorFolder: null, upstream: false, entries: texture };
    const built = await buildModels({ ...options, report: (line) => lines.push(line) });
    expect(built.roles).toEqual({ texture: 'absent' });
    expect(JSON.parse(await readFile(join(folder, 'built.json'), 'utf8'))).toEqual(built satisfies Built);
    expect(lines[0]).toMatch(/^models: spoof_v2\.onnx is ABSENT: .*CANDOR_MODEL_MIRROR is not set/);
    expect(await modelsAreBuilt(options)).toBe(true);
  });

  it('asks to be run again once the mirror has what was absent', async () => {
    const outputFolder = join(folder, 'out');
    const options = { outputFolder, mirrorFolder: folder, upstream: false, entries: [NOWHERE] };
    await buildModels(options);
    expect(await modelsAreBuilt(options)).toBe(true);
    await writeFile(join(folder, 'hello.onnx'), HELLO);
    expect(await modelsAreBuilt(options)).toBe(false);
    expect((await buildModels(options)).roles).toEqual({ texture: 'present' });
    expect(await modelsAreBuilt(options)).toBe(true);
  });

  it('asks to be run again when built.json no longer says what is there', async () => {
    await writeFile(join(folder, 'hello.onnx'), HELLO);
    const outputFolder = join(folder, 'out');
    await buildModels({ outputFolder, mirrorFolder: folder, upstream: false, entries: [NOWHERE] });
    await rm(join(outputFolder, 'hello.onnx'));
    const options = { outputFolder, mirrorFolder: null, upstream: false, entries: [NOWHERE] };
    expect(await modelsAreBuilt(options)).toBe(false);
    expect((await buildModels(options)).roles).toEqual({ texture: 'absent' });
    expect(await modelsAreBuilt(options)).toBe(true);
  });

  it('removes a stale file whose source cannot be had any more', async () => {
    await writeFile(join(folder, 'hello.onnx'), 'stale');
    await buildModels({ outputFolder: folder, mirrorFolder: null, upstream: false, entries: [NOWHERE] });
    expect(await readdir(folder)).toEqual(['built.json']);
  });

  it('stops when it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(buildModels({ outputFolder: folder, signal })).rejects.toThrow('enough');
  });

  it.skipIf(MIRROR === undefined)('builds the texture models from the mirror', async () => {
    const texture = entries.filter(({ role }) => role === 'texture');
    const built = await buildModels({ outputFolder: folder, upstream: false, entries: texture });
    expect(built.roles).toEqual({ texture: 'present' });
    for (const { file, bytes } of texture) expect((await stat(join(folder, file))).size).toBe(bytes);
  });
});

describe('buildModels, upstream', () => {
  let server: Server;
  let respond: { readonly status: number; readonly body: Uint8Array };
  let address: string;
  beforeEach(async () => {
    server = createServer((_, response) => response.writeHead(respond.status).end(respond.body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hello.onnx`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('takes the file from its address when no mirror has it', async () => {
    respond = { status: 200, body: HELLO };
    const built = await buildModels({ outputFolder: folder, mirrorFolder: null, entries: [copied(address)] });
    expect(built.roles).toEqual({ texture: 'present' });
    expect(new Uint8Array(await readFile(join(folder, 'hello.onnx')))).toEqual(HELLO);
  });

  it('refuses a wrong file, naming its address', async () => {
    respond = { status: 200, body: new TextEncoder().encode('<html>a login page</html>') };
    const failure = buildModels({ outputFolder: folder, mirrorFolder: null, entries: [copied(address)] });
    await expect(failure).rejects.toThrow(`wrong hash of ${address}`);
  });

  it('treats an error status as absent when the model is optional', async () => {
    respond = { status: 503, body: HELLO };
    const built = await buildModels({ outputFolder: folder, mirrorFolder: null, entries: [copied(address)] });
    expect(built.roles).toEqual({ texture: 'absent' });
  });

  it('fails with the address and the status when the model is needed', async () => {
    respond = { status: 503, body: HELLO };
    const needed = copied(address, { optional: false });
    const failure = buildModels({ outputFolder: folder, mirrorFolder: null, entries: [needed] });
    await expect(failure).rejects.toThrow(`${address} did not answer (HTTP status 503)`);
  });
});
