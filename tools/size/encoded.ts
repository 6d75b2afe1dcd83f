import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

/** Bytes: as they are, and under either encoding. */
export interface Size {
  readonly plain: number;
  readonly gzip: number;
  /** At its best, as `candor-assets --compress` and whoever builds a page make it: once for every seller. */
  readonly brotli: number;
}

export const NOTHING: Size = { plain: 0, gzip: 0, brotli: 0 };

export async function gzipBytes(content: string | Uint8Array): Promise<number> {
  return (await promisify(gzip)(content)).length;
}

export async function sizeOf(content: string | Uint8Array): Promise<Size> {
  const bytes = Buffer.from(content);
  const params = {
    [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY,
    [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [gzipped, brotli] = await Promise.all([
    gzipBytes(bytes),
    promisify(brotliCompress)(bytes, { params }),
  ]);
  return { plain: bytes.length, gzip: gzipped, brotli: brotli.length };
}

export function sum(sizes: readonly Size[]): Size {
  return sizes.reduce(
    (all, { plain, gzip: gzipped, brotli }) => ({
      plain: all.plain + plain,
      gzip: all.gzip + gzipped,
      brotli: all.brotli + brotli,
    }),
    NOTHING,
  );
}
