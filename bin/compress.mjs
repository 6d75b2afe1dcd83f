// Compressed copies beside the files of a folder, for servers that send a file's `.br` or `.gz` where the browser takes it.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

/** A copy that saves less is not worth a request's header. */
const LARGEST_SHARE = 0.95;

/** Once for every seller, so as small as it gets. */
const ENCODINGS = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY,
        [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: zlib.Z_BEST_COMPRESSION }),
};

/** Takes away the copies of an earlier run: beside a newer file they would be another version, and be sent in its place. */
export async function removeCopies(folder, names) {
  const copies = names.flatMap((name) => Object.keys(ENCODINGS).map((extension) => `${name}.${extension}`));
  await Promise.all(copies.map((copy) => rm(join(folder, copy), { force: true })));
}

async function compress(folder, name, [extension, encode]) {
  const bytes = await readFile(join(folder, name));
  const encoded = await encode(bytes);
  if (encoded.length > bytes.length * LARGEST_SHARE) return 0;
  await writeFile(join(folder, `${name}.${extension}`), encoded);
  return 1;
}

/** Writes NAME.br and NAME.gz beside each of these files. @returns how many. */
export async function writeCopies(folder, names) {
  await removeCopies(folder, names);
  const written = names.flatMap((name) =>
    Object.entries(ENCODINGS).map((encoding) => compress(folder, name, encoding)),
  );
  return (await Promise.all(written)).reduce((sum, count) => sum + count, 0);
}
