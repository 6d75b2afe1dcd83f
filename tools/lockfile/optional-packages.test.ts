import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LockedPackages, missingOptionalPackages } from './optional-packages.js';

describe('missingOptionalPackages', () => {
  const tool = { version: '2.0.0', dev: true, optionalDependencies: { '@tool/linux-x64-musl': '2.0.0' } };

  it('adds a binary that the lockfile lacks, with the machine that it is for', () => {
    expect(missingOptionalPackages({ 'node_modules/tool': tool })).toEqual({
      'node_modules/@tool/linux-x64-musl': {
        version: '2.0.0',
        cpu: ['x64'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
    });
  });

  it('adds it below its package where another version is in its place', () => {
    const packages = { 'node_modules/tool': tool, 'node_modules/@tool/linux-x64-musl': { version: '1.0.0' } };
    expect(Object.keys(missingOptionalPackages(packages))).toEqual([
      'node_modules/tool/node_modules/@tool/linux-x64-musl',
    ]);
  });

  it('adds nothing where the right version is found further out', () => {
    const packages = {
      'node_modules/a/node_modules/tool': tool,
      'node_modules/@tool/linux-x64-musl': { version: '2.0.0' },
    };
    expect(missingOptionalPackages(packages)).toEqual({});
  });
});

it('package-lock.json is complete, or npm ci would refuse it: npm run lockfile completes it', () => {
  const lock: { packages: LockedPackages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(Object.keys(missingOptionalPackages(lock.packages))).toEqual([]);
});
