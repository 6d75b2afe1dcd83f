#!/usr/bin/env node
// Copies the files that the widget fetches (worker, WebAssembly, models, stylesheet) to a folder of a site, for pages
// whose bundler does not find them. That folder is then the widget's `assetsUrl` (docs/embedding.md).
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { removeCopies, writeCopies } from './compress.mjs';

const USAGE = `usage: candor-assets DIR [--webgpu] [--compress]

  --webgpu    onnxruntime's WebGPU build too: one file of 27 MB, which some hosts refuse
  --compress  NAME.br and NAME.gz beside each file, for a server that sends those; takes a minute or two
`;
const WEBGPU_WASM = 'ort-wasm-simd-threaded.asyncify.wasm';
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Null when they make no sense. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        webgpu: { type: 'boolean', default: false },
        compress: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return positionals.length === 1 || values.help ? { ...values, folder: positionals[0] } : null;
  } catch {
    return null;
  }
}

async function change(path, by) {
  const value = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, `${JSON.stringify(by(value), null, 2)}\n`);
}

/** Adds the file, and says in built.json and assets.json that it is there. */
async function addWebgpu(folder) {
  await cp(join(dist, 'webgpu', WEBGPU_WASM), join(folder, WEBGPU_WASM));
  await change(join(folder, 'built.json'), (built) => ({ ...built, webgpu: 'present' }));
  const entryOf = async (file) => {
    const content = await readFile(join(folder, file));
    return { file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  };
  const changed = [await entryOf('built.json'), await entryOf(WEBGPU_WASM)];
  await change(join(folder, 'assets.json'), ({ files, ...list }) => ({
    ...list,
    files: [...files.filter(({ file }) => changed.every((entry) => entry.file !== file)), ...changed],
  }));
}

const wanted = readArguments();
if (wanted === null || wanted.help) {
  (wanted === null ? process.stderr : process.stdout).write(USAGE);
  process.exitCode = wanted === null ? 1 : 0;
} else {
  const { folder, webgpu, compress } = wanted;
  await mkdir(folder, { recursive: true });
  await cp(join(dist, 'assets'), folder, { recursive: true });
  await cp(join(dist, 'style.css'), join(folder, 'style.css'));
  if (webgpu) await addWebgpu(folder);
  // Whatever else is in that folder is not this command's.
  const own = [...(await readdir(join(dist, 'assets'))), 'style.css', ...(webgpu ? [WEBGPU_WASM] : [])];
  if (compress) console.log(`${await writeCopies(folder, own)} compressed copies`);
  else await removeCopies(folder, own);
  console.log(`${(await readdir(folder)).length} files are in ${folder}`);
}
