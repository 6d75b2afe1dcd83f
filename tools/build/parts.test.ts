import { describe, expect, it } from 'vitest';
import { type Modules, moduleOf, partFaultsOf } from './parts.js';

function modulesOf(texts: Readonly<Record<string, string>>): Modules {
  return new Map(Object.entries(texts).map(([path, text]) => [path, moduleOf(path, text)]));
}

describe('a part that is fetched later', () => {
  it('may need what its door has, and what no address says', () => {
    const modules = modulesOf({
      'index.js': 'import { a } from "./shared.js"; later(() => import("./screens.js"));',
      'shared.js': 'export const a = 1;',
      'screens.js': 'import { a } from "./shared.js"; import React from "react"; export { a };',
    });
    expect(partFaultsOf(modules, 'index.js')).toEqual([]);
  });

  it('may not need another part, nor what parts share, however deep', () => {
    const modules = modulesOf({
      'index.js': 'later(() => import(`./screens.js`));',
      'screens.js': 'import "./words.js"; later(() => import("./desk.js"));',
      'words.js': '',
      'desk.js': 'export * from "./names.js"; export { t } from "./words.js";',
      'names.js': '',
    });
    expect(partFaultsOf(modules, 'index.js')).toEqual([
      'screens.js, fetched later by index.js, needs words.js',
      'desk.js, fetched later by index.js, needs names.js',
      'desk.js, fetched later by index.js, needs words.js',
    ]);
  });
});
