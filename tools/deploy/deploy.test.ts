import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { readCliOptions } from '../../receiver/cli-options.js';
import { SETTINGS, variableOf } from '../../receiver/configuration/settings.js';
import { neededPackages } from '../../receiver/peers.js';

/** deploy/, by the linters that npm and Debian have. No engine runs here: the image is not built, the unit not started. */

const read = (name: string): string => readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8');
const VARIABLES = [
  'CANDOR_CONFIG',
  'NODE_ENV',
  ...SETTINGS.flatMap((setting) => [variableOf(setting), setting.variable ?? '']),
];

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'candor-deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The command of a Dockerfile, with its flags. */
function commandOf(dockerfile: string): readonly string[] {
  return JSON.parse(/^CMD (.+)$/m.exec(dockerfile)?.[1] ?? '[]');
}

/** Flags of `start`, read as the command would read them. */
async function expectFlags([command, ...flags]: readonly string[]): Promise<void> {
  expect(command).toBe('start');
  const options = await readCliOptions(flags, { NODE_ENV: 'production' });
  expect(options?.receiver.dataDir).toBe('/var/lib/candor');
}

/** What dclint prints of a compose file; empty where nothing is wrong. */
function lint(path: string): string {
  const linter = new URL('../../node_modules/dclint/bin/dclint.cjs', import.meta.url).pathname;
  const rules = new URL('../../deploy/dclint.json', import.meta.url).pathname;
  const command = [linter, '--config', rules, path];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : `${status} ${stdout}${stderr}`;
}

describe('deploy/Dockerfile', () => {
  const dockerfile = read('Dockerfile');

  it('has nothing that dockerfile-utils finds wrong', () => {
    expect(validate(dockerfile)).toEqual([]);
    expect(validate(dockerfile.replace('WORKDIR', 'WORKDIRS')), 'the linter sees a fault').not.toEqual([]);
  });

  it('installs the versions that the tests run with', () => {
    const installed = [...dockerfile.matchAll(/ ((?:@[\w-]+\/)?[\w-]+)@(\d[\w.-]*)/g)];
    const versions: Readonly<Record<string, string>> = packageJson.devDependencies;
    for (const [, name = '', version] of installed) expect(versions[name], name).toBe(version);
    expect(installed.map(([, name]) => name)).toEqual([
      'hono',
      '@hono/node-server',
      'drizzle-orm',
      '@electric-sql/pglite',
      'pg',
      'prom-client',
    ]);
    for (const [, name = ''] of installed) expect(Object.keys(packageJson.peerDependencies)).toContain(name);
    const databases = [undefined, 'postgres://database/candor'];
    const needed = databases.flatMap((url) => neededPackages(url, undefined));
    expect(installed.map(([, name]) => name)).toEqual(expect.arrayContaining(needed));
  });

  it('runs as no root, with flags that the command knows', async () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('FROM '));
    expect(/^USER (.+)$/m.exec(last)?.[1]).toBe('node');
    expect(last.indexOf('USER ')).toBeLessThan(last.indexOf('ENTRYPOINT '));
    await expectFlags(commandOf(last));
    expect(last).toContain(packageJson.bin['candor-receiver']);
  });
});

describe.each(['compose.yaml', 'share-node.yaml'])('deploy/%s', (name) => {
  it('has nothing that dclint finds wrong, by the schema of the compose specification', () => {
    expect(lint(new URL(`../../deploy/${name}`, import.meta.url).pathname)).toBe('');
    const broken = join(temporaryFolder(), name);
    writeFileSync(broken, read(name).replace('read_only', 'reads_only'));
    expect(lint(broken), 'the linter sees a fault').toContain('must NOT have additional properties');
  });
});

describe('deploy/share-node.yaml', () => {
  const { node } = parse(read('share-node.yaml')).services;

  it('starts the command of the package, which keeps everything in its volume', async () => {
    expect(node.entrypoint).toEqual(['node', `node_modules/candor/${packageJson.bin['candor-share-node']}`]);
    expect(node.command).toEqual(['--config', '/var/lib/candor/node/node.json']);
    expect(node.volumes).toEqual(['node:/var/lib/candor']);
  });

  it('gives it no privilege and no writable image', () => {
    expect(node).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(node.security_opt).toEqual(['no-new-privileges:true']);
  });
});

describe('deploy/compose.yaml', () => {
  it('gives the receiver no privilege, no writable image, and only variables that it reads', () => {
    const { receiver, database } = parse(read('compose.yaml')).services;
    expect(receiver).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    for (const { security_opt } of [receiver, database])
      expect(security_opt).toEqual(['no-new-privileges:true']);
    expect(VARIABLES).toEqual(expect.arrayContaining(Object.keys(receiver.environment)));
    expect(database.ports).toBeUndefined();
  });

  it('publishes sellers, reviewers and operator, to this machine alone, where the receiver listens', async () => {
    const { receiver } = parse(read('compose.yaml')).services;
    const [, ...flags] = commandOf(read('Dockerfile'));
    const { CANDOR_CONFIG: _, ...environment } = receiver.environment;
    const options = await readCliOptions(flags, { ...environment, NODE_ENV: 'production' });
    expect(options).toMatchObject({ host: '0.0.0.0', port: 8787, reviewPort: 8788 });
    expect(options?.receiver.review, 'somebody may see the pages').toMatchObject({ kind: 'token' });
    const published = [options?.port, options?.reviewPort, 8789].map((port) => `127.0.0.1:${port}:${port}`);
    expect(receiver.ports).toEqual(published);
    expect(/^EXPOSE (.+)$/m.exec(read('Dockerfile'))?.[1]?.split(' ')).toEqual(
      expect.arrayContaining(['8787', '8788', '8789']),
    );
  });
});

describe('deploy/candor-receiver.service', () => {
  const unit = read('candor-receiver.service');

  it('starts with flags that the command knows, and sets only variables that it reads', async () => {
    const [, command = ''] = /^ExecStart=\/usr\/bin\/node (.+)$/m.exec(unit) ?? [];
    const [path = '', ...flags] = command.split(' ');
    expect(path).toBe(`node_modules/candor/${packageJson.bin['candor-receiver']}`);
    await expectFlags(flags);
    const [, environment = ''] = /^Environment=(.+)$/m.exec(unit) ?? [];
    const names = environment.split(' ').map((pair) => pair.split('=', 1)[0]);
    expect(VARIABLES).toEqual(expect.arrayContaining(names));
  });
});

describe('deploy/candor-share-node.service', () => {
  it('starts the command of the package with a configuration in its own folder', () => {
    const unit = read('candor-share-node.service');
    expect(unit).toContain(
      `ExecStart=/usr/bin/node node_modules/candor/${packageJson.bin['candor-share-node']} --config /var/lib/candor-share-node/`,
    );
    expect(unit).toContain('\nStateDirectory=candor-share-node\n');
  });
});

const UNITS = ['candor-receiver.service', 'candor-share-node.service'];
const hasLinter = spawnSync('systemd-analyze', ['--version']).status === 0;

describe.skipIf(!hasLinter).each(UNITS)(
  'deploy/%s by systemd-analyze (skipped: not installed; apt-get install systemd)',
  (name) => {
    const unit = read(name);

    /** With programs and folders that are there on this machine. */
    function written(text: string): string {
      const folder = temporaryFolder();
      const path = join(folder, name);
      const here = text.replaceAll('/opt/candor', folder).replaceAll('/usr/bin/node', process.execPath);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, here);
      return path;
    }
    const analyze = (...args: readonly string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' });

    it('has nothing that verify finds wrong', () => {
      const { status, stderr } = analyze('verify', '--man=no', written(unit));
      expect([status, stderr]).toEqual([0, '']);
      const broken = written(unit.replace('Type=exec', 'Typ=exec'));
      expect(analyze('verify', '--man=no', broken).stderr, 'the linter sees a fault').toMatch(/Typ/);
    });

    it('is exposed at most 2.0 of 10', () => {
      const security = ['security', '--offline=true', '--no-pager', '--threshold=20'];
      const { status, stdout } = analyze(...security, written(unit));
      expect(stdout).toMatch(/Overall exposure level/);
      expect(status, stdout).toBe(0);
      expect(
        analyze(...security, written(unit.replace(/^NoNewPrivileges[\s\S]*?\n\n/m, '\n'))).status,
      ).not.toBe(0);
    });
  },
);
