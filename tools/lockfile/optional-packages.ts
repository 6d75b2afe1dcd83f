/** What is read of package-lock.json, version 3. */
export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Path below the repository → what is installed there; '' is the repository itself. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** Binaries for other machines that some package names and the lockfile lacks. npm leaves them out when the registry that
 * it writes the lockfile from does not carry them; `npm ci` then refuses the lockfile, on every machine.
 * @returns the entries to add, without a checksum: those of this machine come with one. */
export function missingOptionalPackages(packages: LockedPackages): LockedPackages {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, range]) => !isResolvable(packages, path, name, range))
      .map(([name, range]) => [placeFor(packages, path, name), entryFor(name, range, dev === true)] as const),
  );
  return Object.fromEntries(missing);
}

/** As Node looks for it: beside the package's own files, then in the folders around it. The first one found must fit. */
function isResolvable(packages: LockedPackages, path: string, name: string, range: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const found = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    // A range is npm's to judge; binaries for machines are asked for by one version.
    if (found !== undefined) return !/^\d/.test(range) || found.version === range;
    if (folder === '') return false;
  }
}

/** Beside the package that asks, or below it where another version is already there. */
function placeFor(packages: LockedPackages, path: string, name: string): string {
  const beside = path.slice(0, path.lastIndexOf('node_modules/') + 'node_modules/'.length) + name;
  return beside in packages ? `${path}/node_modules/${name}` : beside;
}

function entryFor(name: string, range: string, dev: boolean): LockedPackage {
  const words = name.split(/[^a-z0-9]+/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.some((word) => word === processor));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : [];
  const version = range.replace(/^[\^~]/, '');
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(dev ? { dev } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}
