/** Where README.md shows the picture: nowhere until there is one, so that nothing refers to a file that is missing. */

export const PICTURE = 'docs/screens.webp';

const PLACE = '<!-- npm run picture: the four screens -->';
const SHOWN = `![The check on a phone: the question, the place before the camera, the review, the end](${PICTURE})`;

/** @returns `readme` with the picture in its place, once.
 * @throws where it has no such place. */
export function withPicture(readme: string): string {
  if (readme.includes(SHOWN)) return readme;
  if (!readme.includes(PLACE)) throw new Error(`README.md has no ${PLACE}`);
  return readme.replace(PLACE, SHOWN);
}
