import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeRows } from './error-table.fixture.js';
import { CandorError, ERROR_CODES, type ErrorCode } from './errors.js';

/** docs/error-codes.md: one row per code, with the test that produces it. */

const rows = codeRows('docs/error-codes.md');

describe('docs/error-codes.md', () => {
  it('lists every code, and no other', () => {
    expect(rows.map(({ code }) => code)).toEqual([...ERROR_CODES]);
  });

  it.each(rows)('says of $code what the code says, and names a test that produces it', (row) => {
    const error = new CandorError(row.code as ErrorCode); // the test above shows that it is one
    expect(row.text).toBe(error.message);
    expect(row.retry).toBe(error.retryable ? 'yes' : 'no');
    // In quotes: `internal` alone is a part of other names.
    expect(readFileSync(row.test, 'utf8')).toContain(`'${row.code}'`);
  });
});
