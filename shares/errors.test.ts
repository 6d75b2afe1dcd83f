import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeRows } from '../src/core/error-table.fixture.js';
import { SHARE_ERROR_CODES, ShareError, type ShareErrorCode } from './errors.js';

const rows = codeRows('docs/three-operators.md', 'shares.');

describe('the codes in docs/three-operators.md', () => {
  it('are all, and no others', () => {
    expect(rows.map(({ code }) => code)).toEqual([...SHARE_ERROR_CODES]);
  });

  it.each(rows)('says of $code what the code says, and names a test that produces it', (row) => {
    const error = new ShareError(row.code as ShareErrorCode); // the test above shows that it is one
    expect(row.text).toBe(error.message);
    expect(row.retry).toBe(error.retryable ? 'yes' : 'no');
    expect(readFileSync(row.test, 'utf8')).toContain(`'${row.code}'`);
  });
});
