import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../build/root.js';
import { firstVersion, minimum, needRows, PINNED_KEY, summaryRows } from './needs.js';

describe('the versions that the documents promise', () => {
  it.each(['README.md', 'docs/embedding.md'])('are those of MDN’s data: %s', (file) => {
    const text = readFileSync(`${ROOT}${file}`, 'utf8');
    for (const line of summaryRows()) expect(text).toContain(`${line}\n`);
  });

  it('are there for each thing that is needed', () => {
    const text = readFileSync(`${ROOT}docs/embedding.md`, 'utf8');
    for (const line of needRows()) expect(text).toContain(`${line}\n`);
  });

  it('count what is whole, and neither a flag nor a part', () => {
    // Chrome 103 had it in part.
    expect(firstVersion('api.AbortSignal.timeout_static', 'chrome')).toBe(124);
    expect(minimum(PINNED_KEY, 'Chrome, Edge')).toBe(137);
  });

  it('are not made up where the data has nothing', () => {
    expect(() => firstVersion('api.NoSuchThing', 'chrome')).toThrow('no api.NoSuchThing');
    expect(() => firstVersion('api.MediaStreamTrackProcessor', 'firefox')).toThrow('firefox has no');
  });
});
