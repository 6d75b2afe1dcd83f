import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedChromium } from './chromium.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-chromium-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function install(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
}

describe('installedChromium', () => {
  it('takes the one that CHROMIUM_PATH names, although another is installed', () => {
    const asked = install('my-chromium');
    install('chromium');
    expect(installedChromium({ CHROMIUM_PATH: asked, PATH: folder })).toEqual({
      path: asked,
      origin: 'CHROMIUM_PATH',
    });
  });

  it('does not quietly take another one when CHROMIUM_PATH names nothing', () => {
    install('chromium');
    expect(() => installedChromium({ CHROMIUM_PATH: join(folder, 'gone'), PATH: folder })).toThrow(
      'CHROMIUM_PATH',
    );
  });

  it('finds Chrome where there is no Chromium, in any folder of PATH', () => {
    const chrome = install('google-chrome');
    const PATH = ['/nowhere', folder].join(delimiter);
    expect(installedChromium({ PATH })).toEqual({ path: chrome, origin: 'installed' });
  });
});
