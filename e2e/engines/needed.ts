import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the tests in other engines need of the system, and which of it is missing. */
export interface Needed {
  /** A command, or a file's path. */
  readonly what: string;
  /** The Debian package that has it. */
  readonly from: string;
}

/** Debian keeps libraries in a folder that is named after the processor, such as `aarch64-linux-gnu`.
 * @param file - below that folder.
 * @param libraries - where those folders are.
 * @returns the file's path; where there is none, a path of no file. */
export function libraryFile(file: string, libraries = '/usr/lib'): string {
  const folders = existsSync(libraries) ? readdirSync(libraries) : [];
  const paths = folders.map((folder) => join(libraries, folder, file));
  return paths.find((path) => existsSync(path)) ?? join(libraries, file);
}

export const PORTAL = '/usr/libexec/xdg-desktop-portal';
export const PERMISSIONS = '/usr/libexec/xdg-permission-store';

export const DESKTOP: readonly Needed[] = [
  { what: 'Xvfb', from: 'xvfb' },
  { what: 'dbus-daemon', from: 'dbus' },
];

export const CAMERA: readonly Needed[] = [
  ...DESKTOP,
  { what: 'pipewire', from: 'pipewire' },
  { what: 'wireplumber', from: 'wireplumber' },
  { what: 'gst-launch-1.0', from: 'gstreamer1.0-tools' },
  { what: libraryFile('gstreamer-1.0/libgstmultifile.so'), from: 'gstreamer1.0-plugins-good' },
  { what: libraryFile('gstreamer-1.0/libgstpipewire.so'), from: 'gstreamer1.0-pipewire' },
  { what: 'gdbus', from: 'libglib2.0-bin' },
  { what: PORTAL, from: 'xdg-desktop-portal' },
  { what: PERMISSIONS, from: 'xdg-desktop-portal' },
];

export const FIREFOX: readonly Needed[] = [{ what: 'firefox-esr', from: 'firefox-esr' }];

export const MINI_BROWSER = libraryFile('webkit2gtk-4.1/MiniBrowser');

export const WEBKIT: readonly Needed[] = [
  { what: 'WebKitWebDriver', from: 'webkit2gtk-driver' },
  { what: MINI_BROWSER, from: 'webkit2gtk-driver' },
];

function isThere(what: string): boolean {
  return what.startsWith('/') ? existsSync(what) : spawnSync('which', [what]).status === 0;
}

/** @param isRequired - the tests must not be skipped.
 * @returns why the tests are skipped, to be shown; null where they run.
 * @throws the same, where they are required. */
export function reasonToSkip(
  needed: readonly Needed[],
  isRequired = process.env.CANDOR_ENGINES === 'required',
): string | null {
  const missing = needed.filter(({ what }) => !isThere(what));
  if (missing.length === 0) return null;
  const remedy = `apt-get install ${[...new Set(missing.map(({ from }) => from))].join(' ')}`;
  if (isRequired) throw new Error(`CANDOR_ENGINES=required, but ${missing[0]?.what} is missing: ${remedy}`);
  return `skipped: ${remedy}`;
}
