import { readFileSync } from 'node:fs';

/** One row of a document's table of error codes. */
export interface CodeRow {
  readonly code: string;
  readonly text: string;
  readonly retry: string;
  /** The file of a test that produces the code. */
  readonly test: string;
}

/** The rows whose first cell is a code in backquotes that starts with `prefix`. */
export function codeRows(document: string, prefix = ''): readonly CodeRow[] {
  const lines = readFileSync(document, 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith(`| \`${prefix}`))
    .map((line) => {
      const [, code = '', text = '', retry = '', test = ''] = line.split('|').map((cell) => cell.trim());
      return { code: code.replaceAll('`', ''), text, retry, test: test.replaceAll('`', '') };
    });
}
