import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What bundlers stop at when they read the widget. */

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<![.](?:test|fixture))[.]tsx?$/.test(file))
  .map((file) => join('src', file));

describe('the source of the widget', () => {
  it('makes no worker of an address that is written there: Parcel refuses the whole page', () => {
    expect(SOURCES).toContain('src/flow/preflight.ts');
    const refused = SOURCES.filter((path) => /new Worker\(\s*['"`]/.test(readFileSync(path, 'utf8')));
    expect(refused).toEqual([]);
  });
});
