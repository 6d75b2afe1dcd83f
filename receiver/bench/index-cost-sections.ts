import { readFile, writeFile } from 'node:fs/promises';

const PAGE = 'docs/index-cost.md';

/** The headings of the page; null is what stands above the first. The section about bits is written by hand: the scan in eight bits, which
 * it compares with, is no longer part of the code. */
const HEADINGS = {
  exact: null,
  bits: '## Eight bits or four',
  pgvector: '## The index pgvector',
} as const;
type Section = keyof typeof HEADINGS;

/** Replaces what one bench says on the page, and leaves the rest.
 * @param text - what stands below its heading. */
export async function writeSection(kind: Exclude<Section, 'bits'>, text: string): Promise<void> {
  await writeFile(PAGE, replaced(await readFile(PAGE, 'utf8'), kind, text));
}

/** @param page - with its sections in any order. */
export function replaced(page: string, kind: Section, text: string): string {
  const found = new Map<string | null, string>();
  for (const part of page.split(/^(?=## )/m)) {
    const [first = ''] = part.split('\n', 1);
    const heading = Object.values(HEADINGS).find((known) => known === first) ?? null;
    const body = heading === null ? part : part.slice(first.length);
    // A heading that is none of these belongs to what stands above it.
    const at = heading ?? [...found.keys()].at(-1) ?? null;
    found.set(at, `${found.get(at) ?? ''}${body}`);
  }
  found.set(HEADINGS[kind], text);
  const parts = Object.values(HEADINGS).flatMap((heading) => {
    const body = found.get(heading)?.trim() ?? '';
    return body === '' ? [] : [heading === null ? body : `${heading}\n\n${body}`];
  });
  return `${parts.join('\n\n')}\n`;
}
