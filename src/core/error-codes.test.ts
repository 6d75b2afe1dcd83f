import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CandorError, ERROR_CODES, type ErrorCode } from './errors.js';

/** docs/error-codes.md: one row per code, with the test that produces it. */

interface Row {
  readonly code: string;
  readonly text: string;
  readonly retry: string;
  readonly test: string;
}

function rows(): readonly Row[] {
  const lines = readFileSync('docs/error-codes.md', 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [, code = '', text = '', retry = '', test = ''] = line.split('|').map((cell) => cell.trim());
      return { code: code.replaceAll('`', ''), text, retry, test: test.replaceAll('`', '') };
    });
}

describe('docs/error-codes.md', () => {
  it('lists every code, and no other', () => {
    expect(rows().map(({ code }) => code)).toEqual([...ERROR_CODES]);
  });

  it.each(rows())('says of $code what the code says, and names a test that produces it', (row) => {
    const error = new CandorError(row.code as ErrorCode); // the test above shows that it is one
    expect(row.text).toBe(error.message);
    expect(row.retry).toBe(error.retryable ? 'yes' : 'no');
    // In quotes: `internal` alone is a part of other names.
    expect(readFileSync(row.test, 'utf8')).toContain(`'${row.code}'`);
  });
});
