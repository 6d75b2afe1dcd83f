import manifestJson from '../../public/models/manifest.json' with { type: 'json' };

/** The shape of public/models/manifest.json: what is wanted, and from where. What is there is in built.json. */
export interface Manifest {
  readonly version: number;
  readonly models: readonly ModelEntry[];
  /** Not models: what `candor/testing` needs. */
  readonly fixtures: readonly FixtureEntry[];
}

export type ModelRole = 'landmarks' | 'embedding' | 'texture';

/** One file in public/models. Builds are deterministic, so its hash is known before it is built. */
export interface Entry {
  readonly id: string;
  readonly role: ModelRole | 'test-mesh';
  /** True: the widget runs without it, and says so in the result. */
  readonly optional: boolean;
  readonly file: string;
  readonly bytes: number;
  /** Hex, of the built file; the browser checks it before use. */
  readonly sha256: string;
  /** SPDX expression. */
  readonly licence: string;
  /** How the file is made of its source. */
  readonly recipe: RecipeName;
  readonly source: Source;
}

/** `copy`: the source's one file as it is. */
export type RecipeName = 'landmark-bundle' | 'dlib-resnet' | 'minifasnet' | 'canonical-mesh' | 'copy';

export interface ModelEntry extends Entry {
  readonly role: ModelRole;
  readonly input: TensorInput;
  readonly alignment: Alignment;
  readonly output: TensorOutput;
  /** How two outputs are compared; null where they are not. */
  readonly metric: 'cosine' | null;
  /** Of an embedding: the similarity at and above which two frames of one capture show one face (docs/liveness.md). */
  readonly sameFaceSimilarity?: number;
  /** The same for a face turned by 20–35° and the one from the front; left out where nobody has measured it. */
  readonly turnedFaceSimilarity?: number;
}

export interface FixtureEntry extends Entry {
  readonly role: 'test-mesh';
  readonly content: string;
}

export interface SourceFile {
  /** Path inside the package or repository. */
  readonly file: string;
  /** Hex. */
  readonly sha256: string;
}

export interface PackageSource {
  readonly kind: 'package';
  readonly package: string;
  readonly version: string;
  readonly files: readonly SourceFile[];
}

/** A published package that is read and not installed: one file of its tarball is wanted, and nothing that it depends on. */
export interface TarballSource {
  readonly kind: 'tarball';
  readonly package: string;
  readonly version: string;
  /** Of the tarball, as package-lock.json would have it. */
  readonly integrity: string;
  readonly files: readonly SourceFile[];
}

export interface AddressSource {
  readonly kind: 'address';
  readonly repository: string;
  readonly commit: string;
  readonly files: readonly (SourceFile & { readonly address: string })[];
}

/** A file that somebody brought (docs/bring-your-own-model.md). */
export interface FileSource {
  readonly kind: 'file';
  /** Where it comes from, in its card's words. */
  readonly origin: string;
  readonly files: readonly SourceFile[];
}

export type Source = PackageSource | TarballSource | AddressSource | FileSource;

export interface TensorInput {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly channelOrder: 'RGB' | 'BGR';
  /** What a channel's 0 and 255 become, linearly. */
  readonly range: readonly [low: number, high: number];
  readonly layout: 'NCHW' | 'NHWC';
}

/** How a face becomes the input. `task-graph`: the bundle is fed whole frames and crops them itself. `dlib-150` and
 * `arcface-112`: a similarity transform from five landmarks. `face-box-S`: the face's box, S times as large. */
export type Alignment = 'task-graph' | 'dlib-150' | 'arcface-112' | `face-box-${string}`;

export interface TensorOutput {
  readonly name: string;
  readonly shape: readonly number[];
  readonly meaning: string;
}

// A JSON module's strings and arrays are not literal types; manifest.test.ts checks what this claims.
export const manifest = manifestJson as unknown as Manifest;

/** Models and fixtures, in the order in which they are built. */
export function entriesOf({ models, fixtures }: Manifest): readonly Entry[] {
  return [...models, ...fixtures];
}

export const entries: readonly Entry[] = entriesOf(manifest);
