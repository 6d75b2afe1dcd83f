import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkHash, sha256Hex } from './hash.js';
import { type Entry, type ModelEntry, entries as wantedEntries } from './manifest.js';
import { checkOnnx, describedBy } from './onnx-file.js';
import { RECIPES } from './recipes.js';
import { findSource, readIfThere, type SourcePlaces, SourceUnavailableError } from './source.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOWNLOAD_TIMEOUT_MS = 30_000;
const BUILT_FILE = 'built.json';
export const MODELS_FOLDER = join(ROOT, 'public', 'models');

/** All have defaults that fit this repository. */
export interface BuildOptions {
  /** Default: public/models. */
  readonly outputFolder?: string;
  /** Default: node_modules. */
  readonly packagesFolder?: string;
  /** Default: the environment's `CANDOR_MODEL_MIRROR`; null: none. */
  readonly mirrorFolder?: string | null;
  /** Of a model that somebody brings. Default: none. */
  readonly givenFolder?: string;
  /** False: nothing is fetched. Default: true. */
  readonly upstream?: boolean;
  /** Of npm. Default: the environment. */
  readonly npmEnv?: NodeJS.ProcessEnv;
  /** Takes the progress, line by line. */
  readonly report?: (line: string) => void;
  readonly signal?: AbortSignal;
  /** Default: everything in public/models/manifest.json. */
  readonly entries?: readonly Entry[];
}

export type Presence = 'present' | 'absent';

/** The shape of public/models/built.json: what is there. */
export interface Built {
  readonly version: 1;
  /** A role is present when all of its files are. */
  readonly roles: Readonly<Partial<Record<Entry['role'], Presence>>>;
  readonly files: readonly BuiltFile[];
}

export interface BuiltFile {
  readonly id: string;
  readonly role: Entry['role'];
  readonly file: string;
  readonly presence: Presence;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** Makes sure of the model files and writes built.json. What is there already, with the right hash, is left alone.
 * @returns what built.json says: optional models whose source is nowhere to be had are absent.
 * @throws {@link WrongHashError} naming file, expected and found, for a source or a result; {@link CardError} for an embedding that
 *   does not take or give what its entry says; {@link SourceUnavailableError} when a source of a model that is not optional is
 *   nowhere to be had. */
export async function buildModels(options: BuildOptions = {}): Promise<Built> {
  const { outputFolder, places, entries, report, signal } = withDefaults(options);
  await mkdir(outputFolder, { recursive: true });
  const presences: Presence[] = [];
  for (const entry of entries) {
    signal.throwIfAborted();
    presences.push(await makeSureOf(entry, outputFolder, places, report, signal));
  }
  const built = describeBuilt(entries, presences);
  const path = join(outputFolder, BUILT_FILE);
  if (!(await holds(path, encodeBuilt(built)))) await writeWhole(path, encodeBuilt(built));
  return built;
}

/** Whether {@link buildModels} would change nothing: what is needed is there, built.json says what is there, and what
 * is absent cannot be had on this machine either (upstream is not asked).
 * @throws {@link WrongHashError} for a wrong source of something absent. */
export async function modelsAreBuilt(options: BuildOptions = {}): Promise<boolean> {
  const { outputFolder, places, entries, signal } = withDefaults(options);
  const presences: Presence[] = [];
  for (const entry of entries) {
    const present = await isBuilt(entry, outputFolder);
    if (!present && (!entry.optional || (await isAtHand(entry, places, signal)))) return false;
    presences.push(present ? 'present' : 'absent');
  }
  return holds(join(outputFolder, BUILT_FILE), encodeBuilt(describeBuilt(entries, presences)));
}

interface Settings extends Required<Pick<BuildOptions, 'outputFolder' | 'entries' | 'report' | 'signal'>> {
  readonly places: SourcePlaces;
}

function withDefaults(options: BuildOptions): Settings {
  const { mirrorFolder = process.env.CANDOR_MODEL_MIRROR || null } = options;
  return {
    outputFolder: options.outputFolder ?? MODELS_FOLDER,
    entries: options.entries ?? wantedEntries,
    report: options.report ?? (() => {}),
    signal: options.signal ?? new AbortController().signal,
    places: {
      packagesFolder: options.packagesFolder ?? join(ROOT, 'node_modules'),
      mirrorFolder,
      givenFolder: options.givenFolder ?? null,
      upstream: options.upstream ?? true,
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
      npmEnv: options.npmEnv ?? process.env,
    },
  };
}

async function makeSureOf(
  entry: Entry,
  outputFolder: string,
  places: SourcePlaces,
  report: (line: string) => void,
  signal: AbortSignal,
): Promise<Presence> {
  const path = join(outputFolder, entry.file);
  if (await isBuilt(entry, outputFolder)) {
    report(`models: ${entry.file} is already built`);
    return 'present';
  }
  try {
    const found = await findSource(entry.source, places, signal);
    const bytes = RECIPES[entry.recipe](found.map((file) => file.bytes));
    checkHash(`${entry.file}, as built here`, bytes, entry.sha256);
    if (isEmbedding(entry)) checkOnnx(bytes, describedBy(entry));
    await writeWhole(path, bytes);
    report(`models: ${entry.file} built from ${found[0]?.place} (${megabytes(bytes)} MB)`);
    return 'present';
  } catch (error) {
    if (!(entry.optional && error instanceof SourceUnavailableError)) throw error;
    await rm(path, { force: true }); // what lies there is not what the manifest names
    report(`models: ${entry.file} is ABSENT: ${error.message}. Candor runs without its role, ${entry.role}.`);
    return 'absent';
  }
}

function isEmbedding(entry: Entry): entry is ModelEntry {
  return entry.role === 'embedding' && 'input' in entry;
}

async function isBuilt({ file, sha256 }: Entry, outputFolder: string): Promise<boolean> {
  const bytes = await readIfThere(join(outputFolder, file));
  return bytes !== null && sha256Hex(bytes) === sha256;
}

async function isAtHand(entry: Entry, places: SourcePlaces, signal: AbortSignal): Promise<boolean> {
  return findSource(entry.source, { ...places, upstream: false }, signal).then(
    () => true,
    (error: unknown) => {
      if (error instanceof SourceUnavailableError) return false;
      throw error;
    },
  );
}

function describeBuilt(entries: readonly Entry[], presences: readonly Presence[]): Built {
  const roles: Partial<Record<Entry['role'], Presence>> = {};
  const files = entries.map(({ id, role, file, bytes, sha256 }, index): BuiltFile => {
    const presence = presences[index] ?? 'absent';
    roles[role] = roles[role] === 'absent' ? 'absent' : presence;
    return { id, role, file, presence, bytes, sha256 };
  });
  return { version: 1, roles, files };
}

function encodeBuilt(built: Built): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(built, null, 2)}\n`);
}

async function holds(path: string, content: Uint8Array): Promise<boolean> {
  const found = await readIfThere(path);
  return found !== null && Buffer.compare(found, content) === 0;
}

/** Under another name first: whoever reads meanwhile sees the old file or the whole new one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}.part`;
  await writeFile(partial, bytes);
  await rename(partial, path);
}

function megabytes(bytes: Uint8Array): string {
  return (bytes.length / 1e6).toFixed(2);
}
