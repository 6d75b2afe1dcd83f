const BLOCK = 512;
/** Offsets in a file's header (POSIX ustar). */
const NAME = [0, 100] as const;
const SIZE = [124, 136] as const;
const PREFIX = [345, 500] as const;

/** One file of a tar archive, as npm packs them. Names that only an extended header holds are not found.
 * @returns null where there is no such file. @throws RangeError when the archive is truncated or no archive. */
export function fileInTar(archive: Uint8Array, path: string): Uint8Array | null {
  let at = 0;
  while (at + BLOCK <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + BLOCK);
    const size = Number.parseInt(textAt(header, SIZE), 8);
    const content = at + BLOCK;
    if (!(size >= 0 && content + size <= archive.length))
      throw new RangeError('tar: truncated, or no archive');
    const name = [textAt(header, PREFIX), textAt(header, NAME)].filter(Boolean).join('/');
    if (name === path) return archive.subarray(content, content + size);
    at = content + Math.ceil(size / BLOCK) * BLOCK;
  }
  return null;
}

/** Up to the first zero byte. */
function textAt(header: Uint8Array, [start, end]: readonly [number, number]): string {
  const field = header.subarray(start, end);
  const zero = field.indexOf(0);
  return new TextDecoder().decode(zero === -1 ? field : field.subarray(0, zero)).trim();
}
