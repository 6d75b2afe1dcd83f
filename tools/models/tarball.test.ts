import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildModels } from './build.js';
import { sha256Hex, WrongHashError } from './hash.js';
import type { Entry, TarballSource } from './manifest.js';
import { SourceUnavailableError } from './source.js';
import { fileInTar } from './tar.js';

/** npm itself packs a package, and fetches it from a registry on this machine. */
const WEIGHTS = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 251);
const PACKAGE = { name: 'some-weights', version: '1.0.0', scripts: { postinstall: 'exit 1' } };
const PACKING_MS = 60_000;

let folder: string;
let tarball: Buffer;
let registry: Server;
let npmEnv: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-tarball-'));
  await mkdir(join(folder, 'package', 'model'), { recursive: true });
  await writeFile(join(folder, 'package', 'package.json'), JSON.stringify(PACKAGE));
  await writeFile(join(folder, 'package', 'model', 'weights.onnx'), WEIGHTS);
  await promisify(execFile)('npm', ['pack', '--ignore-scripts'], { cwd: join(folder, 'package') });
  tarball = await readFile(join(folder, 'package', 'some-weights-1.0.0.tgz'));
  registry = createServer((request, response) => {
    if (request.url?.endsWith('.tgz')) response.end(tarball);
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(packument()));
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
}, PACKING_MS);

beforeEach(async () => {
  npmEnv = {
    ...process.env,
    npm_config_registry: registryUrl(),
    npm_config_cache: await mkdtemp(join(folder, 'cache-')),
    npm_config_fetch_retries: '0',
  };
});

afterAll(async () => {
  await new Promise((resolve) => registry.close(resolve));
  await rm(folder, { recursive: true });
});

function registryUrl(): string {
  return `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
}

function integrityOf(bytes: Uint8Array): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

function packument(): object {
  const dist = { tarball: `${registryUrl()}some-weights.tgz`, integrity: integrityOf(tarball) };
  const { name, version } = PACKAGE;
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...PACKAGE, dist } } };
}

function entry(overrides: Partial<TarballSource> = {}): Entry {
  const file = { file: 'model/weights.onnx', sha256: sha256Hex(WEIGHTS) };
  const source: TarballSource = {
    kind: 'tarball',
    package: PACKAGE.name,
    version: PACKAGE.version,
    integrity: integrityOf(tarball),
    files: [file],
    ...overrides,
  };
  const { length: bytes } = WEIGHTS;
  const rest = { id: 'weights', role: 'embedding', optional: false, licence: 'MIT', recipe: 'copy' } as const;
  return { ...rest, file: 'weights.onnx', bytes, sha256: file.sha256, source };
}

async function build(wanted: Entry, mirrorFolder: string | null = null): Promise<string> {
  const outputFolder = await mkdtemp(join(folder, 'out-'));
  await buildModels({ outputFolder, mirrorFolder, entries: [wanted], npmEnv });
  return outputFolder;
}

describe('a model from the tarball of a package', () => {
  it(
    'is the one file that is wanted, and nothing is installed or run',
    async () => {
      const built = await build(entry());
      expect(await readdir(built)).toEqual(['built.json', 'weights.onnx']);
      expect(new Uint8Array(await readFile(join(built, 'weights.onnx')))).toEqual(WEIGHTS);
    },
    PACKING_MS,
  );

  it(
    'comes from npm’s cache the second time, with the registry gone',
    async () => {
      await build(entry());
      npmEnv = { ...npmEnv, npm_config_offline: 'true' };
      expect(await readdir(await build(entry()))).toContain('weights.onnx');
    },
    PACKING_MS,
  );

  it('is taken from the mirror without asking npm', async () => {
    const mirror = await mkdtemp(join(folder, 'mirror-'));
    await writeFile(join(mirror, 'weights.onnx'), WEIGHTS);
    npmEnv = { ...npmEnv, npm_config_offline: 'true' };
    expect(await readdir(await build(entry(), mirror))).toContain('weights.onnx');
  });

  it(
    'is refused when the tarball is another one than was pinned',
    async () => {
      const failure = build(entry({ integrity: integrityOf(WEIGHTS) }));
      await expect(failure).rejects.toThrow(WrongHashError);
      await expect(failure).rejects.toThrow('the tarball of some-weights@1.0.0');
      await expect(failure).rejects.toThrow(`expected ${integrityOf(WEIGHTS)}`);
    },
    PACKING_MS,
  );

  it(
    'is refused when the file in it is another one',
    async () => {
      const failure = build(entry({ files: [{ file: 'model/weights.onnx', sha256: '0'.repeat(64) }] }));
      await expect(failure).rejects.toThrow('wrong hash of model/weights.onnx of some-weights@1.0.0');
    },
    PACKING_MS,
  );

  it(
    'says what is missing and where it was looked for when npm is offline',
    async () => {
      npmEnv = { ...npmEnv, npm_config_offline: 'true' };
      const failure = build(entry());
      await expect(failure).rejects.toThrow(SourceUnavailableError);
      await expect(failure).rejects.toThrow('weights.onnx: CANDOR_MODEL_MIRROR is not set');
      await expect(failure).rejects.toThrow('npm pack some-weights@1.0.0');
      await expect(failure).rejects.toThrow('failed (code ENOTCACHED; ');
    },
    PACKING_MS,
  );

  it(
    'says so when the package has no such file',
    async () => {
      const failure = build(entry({ files: [{ file: 'model/other.onnx', sha256: '0'.repeat(64) }] }));
      await expect(failure).rejects.toThrow('some-weights@1.0.0 has no model/other.onnx');
    },
    PACKING_MS,
  );
});

describe('fileInTar', () => {
  it('refuses an archive that ends inside a file', () => {
    const archive = gunzipSync(tarball);
    expect(() => fileInTar(archive.subarray(0, 60_000), 'package/none')).toThrow(RangeError);
  });

  it('refuses what is no archive', () => {
    expect(() => fileInTar(WEIGHTS.subarray(1), 'package/none')).toThrow(RangeError);
  });

  it('finds nothing in an empty one', () => {
    expect(fileInTar(new Uint8Array(1_024), 'package/none')).toBeNull();
  });
});
