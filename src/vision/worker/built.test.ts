import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../core/bytes.js';
import { hasTexture, hasWebgpu } from './built.js';

const says = (value: unknown): boolean => hasTexture(utf8(JSON.stringify(value)));

describe('hasTexture', () => {
  it('reads the file that the model build writes', async () => {
    const built = await readFile('public/models/built.json', 'utf8');
    expect(hasTexture(utf8(built))).toBe(JSON.parse(built).roles.texture === 'present');
  });

  it('tells a build that has them from one that has not', () => {
    expect(says({ version: 1, roles: { texture: 'present' } })).toBe(true);
    expect(says({ version: 1, roles: { texture: 'absent' } })).toBe(false);
  });

  it.each([
    null,
    [],
    'absent',
    {},
    { version: 2, roles: { texture: 'absent' } },
    { version: 1, roles: null },
    { version: 1, roles: [] },
    { version: 1, roles: {} },
    { version: 1, roles: { texture: false } },
    { version: 1, roles: { texture: 'maybe' } },
  ])('takes nothing else for an answer: %j', (value) => {
    expect(() => says(value)).toThrow(TypeError);
  });

  it('does not take a page for an answer, as servers send one for a missing file', () => {
    expect(() => hasTexture(utf8('<!doctype html>'))).toThrow(SyntaxError);
  });
});

describe('hasWebgpu', () => {
  it.each([
    ['present', true],
    ['absent', false],
    [undefined, false],
  ])('%s: %s', (webgpu, there) => {
    expect(hasWebgpu(utf8(JSON.stringify({ version: 1, roles: { texture: 'absent' }, webgpu })))).toBe(there);
  });
});
