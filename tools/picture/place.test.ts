import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../build/root.js';
import { PICTURE, withPicture } from './place.js';

describe('README.md', () => {
  const readme = readFileSync(`${ROOT}README.md`, 'utf8');

  it('shows the picture where there is one, and refers to none where there is none', () => {
    expect(readme.includes(`](${PICTURE})`)).toBe(existsSync(ROOT + PICTURE));
  });

  it('has a place for it, which takes it once', () => {
    const shown = withPicture(readme);
    expect(shown.split(PICTURE)).toHaveLength(2);
    expect(withPicture(shown)).toBe(shown);
    expect(() => withPicture('# Another')).toThrow('has no');
  });
});
