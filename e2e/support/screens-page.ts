import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts all pictures of a folder into one page, a row for each state: what they show is for eyes to judge. */
export async function writeScreensPage(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.png')).toSorted();
  const states = [...new Set(files.map(stateOf))];
  const rows = states.map((state) => {
    const pictures = files.filter((file) => stateOf(file) === state);
    return `<h2>${state}</h2><div>${pictures.map(figure).join('')}</div>`;
  });
  const style =
    'div{display:flex;gap:1rem;align-items:start;overflow-x:auto}figure{margin:0}img{height:32rem}';
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${rows.join('\n')}\n`,
  );
}

const stateOf = (file: string): string => file.slice(0, file.indexOf('.'));

function figure(file: string): string {
  return `<figure><img src="${file}" alt="" loading="lazy"><figcaption>${file}</figcaption></figure>`;
}
