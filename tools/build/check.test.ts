import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { catalogueOf, faultsOf, LARGEST_CATALOGUE_BYTES, sizeFaultsOf } from './check.js';

const everything = (): boolean => true;
const nothing = (): boolean => false;

describe('faultsOf', () => {
  it('lets a door import what is installed with the package', () => {
    const text = `import { useState } from "react";import "react/jsx-runtime";import("./candor-seal-0.js");`;
    expect(faultsOf('index.js', text, everything)).toEqual([]);
  });

  it.each([
    `import { createActor } from "xstate";`,
    `export { get } from 'idb';`,
    `await import("comlink");`,
  ])('finds a package that users do not have in %s', (text) => {
    expect(faultsOf('index.js', text, everything)).toEqual([
      expect.stringMatching(/^index\.js imports (xstate|idb|comlink), which is not installed/),
    ]);
  });

  it('finds a package that users do not have in a declaration', () => {
    const text = `export declare const actor: import("xstate").AnyActor;`;
    expect(faultsOf('types/src/headless.d.ts', text, everything)).toHaveLength(1);
  });

  it('allows the modules of Node to the doors for Node only', () => {
    const text = `import { createServer } from "node:http";import "crypto";`;
    expect(faultsOf('receiver/index.js', text, everything)).toEqual([]);
    expect(faultsOf('candor-seal-0.js', text, everything)).toHaveLength(2);
  });

  it('takes no import from a comment or a string', () => {
    const text = `/* import { x } from "xstate" */ const words = 'import "idb"';`;
    expect(faultsOf('index.js', text, everything)).toEqual([]);
  });

  it('finds a file that is not beside its module', () => {
    const text = `new URL("./assets/candor-worker.js", import.meta.url).href`;
    expect(faultsOf('candor-client-0.js', text, everything)).toEqual([]);
    expect(faultsOf('candor-client-0.js', text, nothing)).toEqual([
      'candor-client-0.js needs ./assets/candor-worker.js, which is not there',
    ]);
  });

  it('asks for the file of an address, not for its query', () => {
    const text = `new URL("./assets/built.json?no-inline", import.meta.url).href`;
    expect(faultsOf('candor-client-0.js', text, (path) => path === 'assets/built.json')).toEqual([]);
    expect(faultsOf('candor-client-0.js', text, nothing)).toHaveLength(1);
  });

  it('finds a runtime that was inlined as base64, and lets a function of few bytes pass', () => {
    const module = (bytes: number): string =>
      Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, ...new Uint8Array(bytes)]).toString(
        'base64',
      );
    expect(faultsOf('index.js', `const wasm = "${module(2_000)}";`, everything)).toEqual([]);
    expect(faultsOf('index.js', `const wasm = "${module(6_000)}";`, everything)).toEqual([
      'index.js holds a runtime’s WebAssembly as base64',
    ]);
  });
});

describe('catalogueOf', () => {
  it('knows the words of a language by the name of their file, and no other part', () => {
    const paths = [
      'candor-de-1RzNh2BN.js',
      'element-pt-br-CUnYfcmn.js',
      'candor-zh-hant-later-A_b-1234.js',
      'candor-el-desk-A_b-1234.js',
    ];
    expect(paths.map(catalogueOf)).toEqual(['de', 'pt-br', 'zh-hant', 'el']);
    const others = [
      'candor-en-later-BNUoHq_4.js',
      'candor-vault-D-szLVaG.js',
      'testing/candor-de-1RzNh2BN.js',
    ];
    expect(others.map(catalogueOf)).toEqual([null, null, null]);
  });
});

describe('sizeFaultsOf', () => {
  const words = (bytes: number): string => randomBytes(bytes).toString('latin1');

  it('lets no file of words be larger than 6 kB, gzip, and does not weigh other files', () => {
    expect(LARGEST_CATALOGUE_BYTES).toBe(6_000);
    const [few, many] = [words(3_000), words(6_000)];
    for (const path of [
      'candor-el-1RzNh2BN.js',
      'candor-el-later-1RzNh2BN.js',
      'element-el-desk-1RzNh2BN.js',
    ]) {
      expect(sizeFaultsOf(path, few)).toEqual([]);
      expect(sizeFaultsOf(path, many)).toEqual([`${path} has ${gzipSync(many).length} bytes of words, gzip`]);
    }
    expect(sizeFaultsOf('candor-stages-1RzNh2BN.js', many)).toEqual([]);
  });
});
