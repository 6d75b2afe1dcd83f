import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of the pictures that `npm run screens` makes. Not emptied: each part of it comes here, and after a failure a new worker comes again. */
export const SCREENS_FOLDER = 'test-results/screens';
/** One of them is written from right to left. */
export const SCREENS_LANGUAGES = ['en', 'de', 'ja', 'ar'] as const;
export const SCREENS_TAGS = ['@slow', '@screens'];

/** Puts all pictures into one page, a row for each state: what they show is for eyes to judge. */
export async function writeScreensPage(): Promise<void> {
  const files = (await readdir(SCREENS_FOLDER)).filter((file) => file.endsWith('.png')).toSorted();
  const states = [...new Set(files.map(stateOf))];
  const rows = states.map((state) => {
    const pictures = files.filter((file) => stateOf(file) === state);
    return `<h2>${state}</h2><div>${pictures.map(figure).join('')}</div>`;
  });
  const style =
    'div{display:flex;gap:1rem;align-items:start;overflow-x:auto}figure{margin:0}img{height:32rem}';
  await writeFile(
    join(SCREENS_FOLDER, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${rows.join('\n')}\n`,
  );
}

const stateOf = (file: string): string => file.slice(0, file.indexOf('.'));

function figure(file: string): string {
  return `<figure><img src="${file}" alt="" loading="lazy"><figcaption>${file}</figcaption></figure>`;
}
