import { expect, it } from 'vitest';
import { minifyStyles, readStyles } from './assets.js';

/** A variable, a class or what a container or a window is asked for. */
const NAME = /--[\w-]+|\.candor-[\w-]+|@[a-z]+|prefers-[\w-]+|forced-colors|\[data-[\w-]+/g;

const namesIn = (css: string): readonly string[] => [...new Set(css.match(NAME))].sort();

it('a published stylesheet has every name of its sources, without comments and in fewer bytes', async () => {
  const sources = await readStyles();
  const withoutComments = sources.replaceAll(/\/\*.*?\*\//gs, '');
  const minified = minifyStyles(sources);
  expect(namesIn(withoutComments).length).toBeGreaterThan(100);
  expect(namesIn(minified)).toEqual(namesIn(withoutComments));
  expect(minified).not.toContain('/*');
  expect(minified.length).toBeLessThan(0.9 * withoutComments.length);
});

it('refuses what is no stylesheet', () => {
  expect(() => minifyStyles('.a { } }')).toThrow();
});
