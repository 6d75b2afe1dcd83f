import type { DoorSize, Size } from './measure.js';

/** What a first visit fetches where no optional model was built: the number that is compared from release to release, because a build without
 * a mirror has none of them. */
export function coldDownload(
  { whole }: DoorSize,
  assets: ReadonlyMap<string, Size>,
  optional: readonly string[],
): Size {
  return optional.reduce((left, file) => {
    const { plain, gzip, brotli } = assets.get(file) ?? { plain: 0, gzip: 0, brotli: 0 };
    return { plain: left.plain - plain, gzip: left.gzip - gzip, brotli: left.brotli - brotli };
  }, whole);
}
