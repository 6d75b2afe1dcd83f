import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CAMERA, DESKTOP, FIREFOX, WEBKIT } from '../../e2e/engines/needed.js';
import { packageJson, ROOT } from '../build/root.js';
import { releaseFaults } from './faults.js';
import { releaseNotes } from './notes.js';

const READY = {
  tag: 'v1.2.0',
  version: '1.2.0',
  repository: 'https://code.example/candor',
  changelog: '# Changelog\n\n## 1.2.0\n\n- New.\n',
};

describe('a release', () => {
  it('is ready when its tag, its version and its changelog agree', () => {
    expect(releaseFaults(READY)).toEqual([]);
  });

  it.each([
    ['the tag is another version', { tag: 'v1.2.1' }, 'v1.2.1'],
    ['no tag was given', { tag: null }, 'release:check -- v1.2.0'],
    ['nobody could check where it came from', { repository: undefined }, 'npm pkg set repository.type=git'],
    ['the changelog knows only another that begins like it', { changelog: '## 1.2.0-beta\n' }, 'no part'],
    ['the changelog does not know it', { changelog: '## 1.1.0\n' }, 'no part'],
    ['the changelog calls it unreleased', { changelog: '## 1.2.0 (unreleased)\n' }, 'unreleased'],
  ])('is refused where %s', (_, wrong, words) => {
    const [fault, ...others] = releaseFaults({ ...READY, ...wrong });
    expect(fault).toContain(words);
    expect(others).toEqual([]);
  });
});

it('what stands in the way of releasing this tree is what its owner has to say', () => {
  const { version, repository } = packageJson;
  const changelog = readFileSync(`${ROOT}CHANGELOG.md`, 'utf8');
  const faults = releaseFaults({ tag: `v${version}`, version, repository: repository?.url, changelog });
  const theirs = [/^package[.]json has no "repository"/, /^CHANGELOG[.]md says that [\d.]+ is unreleased$/];
  expect(faults.filter((fault) => !theirs.some((known) => known.test(fault)))).toEqual([]);
});

describe('the notes of a release', () => {
  const changelog = `# Changelog

## 1.2.0 (unreleased)

- [New](docs/new.md), [told](https://news.example/), [below](#old).

## 1.2.0-beta

- Old.
`;
  const base = 'https://code.example/candor/blob/v1.2.0/';

  it('are the changelog’s part about it, with links that lead somewhere', () => {
    expect(releaseNotes(changelog, '1.2.0', base)).toBe(
      `- [New](${base}docs/new.md), [told](https://news.example/), [below](#old).`,
    );
    expect(releaseNotes(changelog, '1.2.0-beta', base)).toBe('- Old.');
  });

  it('are missed where there are none', () => {
    expect(() => releaseNotes(changelog, '1.3.0', base)).toThrow('nothing of 1.3.0');
    expect(() => releaseNotes('## 1.3.0\n\n## 1.2.0\n- Old.', '1.3.0', base)).toThrow('nothing of 1.3.0');
  });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly container?: string;
  readonly needs?: string;
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: {
    readonly matrix: { readonly node?: readonly number[]; readonly include?: readonly Step[] };
  };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

// The shape is that of the workflows in this repository; what differs fails below.
const workflow = (name: string): Workflow =>
  parse(readFileSync(`${ROOT}.github/workflows/${name}.yml`, 'utf8'));

const WORKFLOWS = readdirSync(`${ROOT}.github/workflows`).map((file) => file.replace(/[.]yml$/, ''));
const jobsOf = (name: string): readonly Job[] => Object.values(workflow(name).jobs);

describe('the workflows', () => {
  it.each(WORKFLOWS)(
    '%s ends by itself, and leaves no credentials where a dependency could read them',
    (name) => {
      expect(workflow(name).permissions).toEqual({ contents: 'read' });
      for (const { 'timeout-minutes': minutes, steps } of jobsOf(name)) {
        expect(minutes).toBeGreaterThan(0);
        const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
        for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
      }
    },
  );

  it('take each action in one version', () => {
    const uses = WORKFLOWS.flatMap(jobsOf).flatMap(({ steps }) => steps.flatMap((step) => step.uses ?? []));
    const versions = new Map(uses.map((action) => [action.split('@', 1)[0], action]));
    expect([...new Set(uses)].sort()).toEqual([...versions.values()].sort());
  });

  it('run each week, and when asked, what npm test leaves to commands of their own', () => {
    const { on, jobs } = workflow('weekly');
    expect(Object.keys(on)).toEqual(['schedule', 'workflow_dispatch']);
    const commands = jobs.weekly?.strategy?.matrix.include?.map(({ run }) => run);
    expect(commands).toEqual([
      'npm run test:clips && npm run test:slow',
      'npm run test:stacks',
      'npm run test:machines',
      'npm run test:shares',
    ]);
    for (const [, script = ''] of (commands ?? []).join(' ').matchAll(/npm run (\S+)/g))
      expect(packageJson.scripts).toHaveProperty([script]);
    const [build, each] = jobs.weekly?.steps.flatMap(({ run }) => run ?? []) ?? [];
    expect(build).toBe('npm run build');
    expect(each).toContain('matrix.run');
  });

  it('test each commit with the same command on every version of Node that is promised', () => {
    const { permissions, jobs } = workflow('ci');
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs.test?.strategy?.matrix.node).toEqual([20, 22, 24]);
    expect(jobs.test?.steps.map(({ run }) => run)).toContain('.ci/run');
  });

  it('try the other engines where all that they want is installed, and fail where one is missing', () => {
    const { container, steps = [] }: Partial<Job> = workflow('ci').jobs.engines ?? {};
    expect(container).toMatch(/^node:\d+-bookworm$/);
    const installing = steps.find(({ run }) => run?.includes('apt-get install'))?.run?.split(/\s+/);
    for (const { from } of [...FIREFOX, ...WEBKIT, ...CAMERA, ...DESKTOP]) expect(installing).toContain(from);
    const testing = steps.find(({ run }) => run === 'npm run test:engines');
    expect(testing?.env).toMatchObject({ CANDOR_ENGINES: 'required' });
  });

  it('give a published release its notes, and may write nothing before', () => {
    const { release, page } = workflow('release').jobs;
    expect(release?.steps.map(({ run }) => run)).toContain(
      'npm run --silent release:notes -- "$GITHUB_REF_NAME" > notes.md',
    );
    expect(release?.permissions).toMatchObject({ contents: 'read' });
    expect(page).toMatchObject({ needs: 'release', if: "vars.NPM_PUBLISH == 'yes'" });
    expect(page?.permissions).toEqual({ contents: 'write' });
    expect(page?.steps.some(({ run }) => run?.includes('--notes-file notes.md'))).toBe(true);
  });

  it('publish only what was tested, only where that was wished for, and with its provenance', () => {
    const { permissions, jobs } = workflow('release');
    expect(permissions).toEqual({ contents: 'read' });
    const steps = jobs.release?.steps ?? [];
    const publishing = steps.findIndex(({ run }) => run?.startsWith('npm publish'));
    const testing = steps.findIndex(({ run }) => run === '.ci/run');
    expect(testing).toBeGreaterThan(-1);
    expect(publishing).toBeGreaterThan(testing);
    expect(steps[publishing]?.if).toBe("vars.NPM_PUBLISH == 'yes'");
    expect(steps[publishing]?.run).toContain('--provenance');
    expect(jobs.release?.permissions).toMatchObject({ 'id-token': 'write' });
    expect(JSON.stringify(jobs)).not.toMatch(/secrets[.]/);
  });
});
