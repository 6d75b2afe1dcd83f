import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { checkHash, checkIntegrity } from './hash.js';
import type { Source, SourceFile, TarballSource } from './manifest.js';
import { npmPack } from './npm-pack.js';
import { fileInTar } from './tar.js';

/** Where sources may come from. */
export interface SourcePlaces {
  /** Holds the installed packages. */
  readonly packagesFolder: string;
  /** Holds copies of source files, by their base names (`CANDOR_MODEL_MIRROR`); null: there is none. */
  readonly mirrorFolder: string | null;
  /** Holds a file that somebody brings just now; null: nobody does. */
  readonly givenFolder: string | null;
  /** False: only what is on this machine. */
  readonly upstream: boolean;
  /** For one whole download, and for each connection. */
  readonly timeoutMs: number;
  /** Environment of npm, with which the tarballs of packages are fetched. */
  readonly npmEnv: NodeJS.ProcessEnv;
}

/** A source file is nowhere to be had; the message says where it was looked for. */
export class SourceUnavailableError extends Error {
  override readonly name = 'SourceUnavailableError';
}

export interface FoundFile {
  readonly bytes: Uint8Array;
  /** In words, for the progress lines. */
  readonly place: string;
}

/** Finds a source's files, in the manifest's order: in the installed package, else in the mirror, else upstream, which for a
 * package that is not installed is npm's registry.
 * Every hash is checked.
 * @throws {@link WrongHashError}, {@link SourceUnavailableError}; what `signal` is aborted with. */
export async function findSource(
  source: Source,
  places: SourcePlaces,
  signal: AbortSignal,
): Promise<readonly FoundFile[]> {
  switch (source.kind) {
    case 'package':
      return Promise.all(source.files.map((file) => fromPackage(source, file, places)));
    case 'tarball':
      return fromTarball(source, places, signal);
    case 'file':
      return Promise.all(source.files.map((file) => fromGiven(file, places)));
    case 'address':
      return Promise.all(source.files.map((file) => fromMirrorOrAddress(file, places, signal)));
  }
}

async function fromPackage(
  { package: name, version }: Source & { readonly kind: 'package' },
  file: SourceFile,
  { packagesFolder, mirrorFolder }: SourcePlaces,
): Promise<FoundFile> {
  const place = `${name}@${version}`;
  const installed = await readChecked(join(packagesFolder, name, file.file), file.sha256);
  if (installed !== null) return { bytes: installed, place };
  const mirrored = await fromMirror(file, mirrorFolder);
  if (mirrored !== null) return mirrored;
  throw new SourceUnavailableError(
    `${file.file}: ${place} is not installed (npm ci), ${mirrorIn(mirrorFolder)}`,
  );
}

/** The mirror first, because the whole package may be many times what is wanted of it. */
async function fromTarball(
  source: TarballSource,
  { mirrorFolder, upstream, npmEnv }: SourcePlaces,
  signal: AbortSignal,
): Promise<readonly FoundFile[]> {
  const mirrored = await Promise.all(source.files.map((file) => fromMirror(file, mirrorFolder)));
  if (mirrored.every((file) => file !== null)) return mirrored;
  const spec = `${source.package}@${source.version}`;
  const nowhere = `${source.files.map(({ file }) => basename(file)).join(', ')}: ${mirrorIn(mirrorFolder)}`;
  if (!upstream) throw new SourceUnavailableError(nowhere);
  const tarball = await npmPack(spec, npmEnv, signal).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new SourceUnavailableError(
      `${nowhere}, and \`npm pack ${spec}\` failed (${reasonOf(cause)}). It is needed once, online: npm keeps it in its cache`,
      { cause },
    );
  });
  checkIntegrity(`the tarball of ${spec}`, tarball, source.integrity);
  const archive = gunzipSync(tarball);
  return source.files.map(({ file, sha256 }) => {
    const bytes = fileInTar(archive, `package/${file}`);
    if (bytes === null) throw new SourceUnavailableError(`${spec} has no ${file}`);
    checkHash(`${file} of ${spec}`, bytes, sha256);
    return { bytes, place: spec };
  });
}

async function fromGiven(file: SourceFile, { givenFolder, mirrorFolder }: SourcePlaces): Promise<FoundFile> {
  const given = (await fromMirror(file, givenFolder)) ?? (await fromMirror(file, mirrorFolder));
  if (given !== null) return { ...given, place: file.file };
  const again = 'bring it again with --embedding FILE --card FILE';
  throw new SourceUnavailableError(`${file.file}: ${mirrorIn(mirrorFolder)}; ${again}`);
}

async function fromMirrorOrAddress(
  file: SourceFile & { readonly address: string },
  { mirrorFolder, upstream, timeoutMs }: SourcePlaces,
  signal: AbortSignal,
): Promise<FoundFile> {
  const mirrored = await fromMirror(file, mirrorFolder);
  if (mirrored !== null) return mirrored;
  const nowhere = `${basename(file.file)}: ${mirrorIn(mirrorFolder)}`;
  if (!upstream) throw new SourceUnavailableError(nowhere);
  const bytes = await download(file.address, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])).catch(
    (cause: unknown) => {
      signal.throwIfAborted();
      throw new SourceUnavailableError(
        `${nowhere}, and ${file.address} did not answer (${reasonOf(cause)})`,
        { cause },
      );
    },
  );
  checkHash(file.address, bytes, file.sha256);
  return { bytes, place: file.address };
}

async function fromMirror(file: SourceFile, mirrorFolder: string | null): Promise<FoundFile | null> {
  if (mirrorFolder === null) return null;
  const bytes = await readChecked(join(mirrorFolder, basename(file.file)), file.sha256);
  return bytes === null ? null : { bytes, place: 'CANDOR_MODEL_MIRROR' };
}

function mirrorIn(mirrorFolder: string | null): string {
  return mirrorFolder === null ? 'CANDOR_MODEL_MIRROR is not set' : `not in ${mirrorFolder}`;
}

async function download(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** `fetch` hides why it failed in its cause. */
function reasonOf(failure: unknown): string {
  const reason = failure instanceof Error && failure.cause instanceof Error ? failure.cause : failure;
  return reason instanceof Error ? reason.message : String(reason);
}

/** @returns null where there is no such file. */
async function readChecked(path: string, sha256: string): Promise<Uint8Array | null> {
  const bytes = await readIfThere(path);
  if (bytes !== null) checkHash(path, bytes, sha256);
  return bytes;
}

/** @returns null where there is no such file. */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
