import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cruiseLayers } from './cruise-layers.js';

let house: string;

function newHouse(): void {
  house = mkdtempSync(join(tmpdir(), 'candor-layers-'));
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
}
beforeEach(newHouse);
afterEach(() => rmSync(house, { recursive: true }));

function build(files: Readonly<Record<string, string>>): void {
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(join(house, dirname(file)), { recursive: true });
    writeFileSync(join(house, file), source);
  }
}

/** As `rule: from → to`. */
async function violationsIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  build(files);
  const folders = [...new Set(Object.keys(files).map((file) => file.split('/', 1)[0] ?? file))];
  return (await cruiseLayers(house, folders)).violations;
}

async function brokenRules(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const violations = await violationsIn(files);
  return violations.map((violation) => violation.split(':', 1)[0] ?? violation);
}

const value = (from: string): string => `import { x } from '${from}';\nexport const y = x;\n`;
const type = (from: string): string => `import type { X } from '${from}';\nexport type Y = X;\n`;
const LEAF = 'export const x = 1;\nexport type X = number;\n';

/** One import that each row of the table forbids: rule, importing file, what it imports. */
const FORBIDDEN = [
  ['src-core-reaches-no-further', 'src/core/a.ts', 'src/envelope/b.ts'],
  ['src-consent-reaches-no-further', 'src/consent/a.ts', 'src/envelope/b.ts'],
  ['src-liveness-reaches-no-further', 'src/liveness/a.ts', 'src/camera/b.ts'],
  ['src-camera-reaches-no-further', 'src/camera/a.ts', 'src/flow/b.ts'],
  ['src-vision-reaches-no-further', 'src/vision/a.ts', 'src/liveness/b.ts'],
  ['src-vision-worker-reaches-no-further', 'src/vision/worker/a.ts', 'src/vision/client.ts'],
  ['src-vision-worker-reaches-no-further', 'src/vision/worker/a.ts', 'src/vision/share-worker/endpoint.ts'],
  ['src-vision-share-worker-reaches-no-further', 'src/vision/share-worker/a.ts', 'src/vision/client.ts'],
  ['src-vision-share-worker-reaches-no-further', 'src/vision/share-worker/a.ts', 'shares/sealed/open.ts'],
  ['src-envelope-reaches-no-further', 'src/envelope/a.ts', 'src/transport/b.ts'],
  ['src-calibration-reaches-no-further', 'src/calibration/a.ts', 'src/envelope/b.ts'],
  ['src-transport-reaches-no-further', 'src/transport/a.ts', 'src/vault/b.ts'],
  ['src-transport-reaches-no-further', 'src/transport/a.ts', 'src/calibration/b.ts'],
  ['src-vault-reaches-no-further', 'src/vault/a.ts', 'src/transport/b.ts'],
  ['src-flow-reaches-no-further', 'src/flow/machine.ts', 'src/transport/b.ts'],
  ['src-flow-wire-up-reaches-no-further', 'src/flow/wire-up.ts', 'src/ui/b.tsx'],
  ['src-flow-desk-wire-up-reaches-no-further', 'src/flow/desk-wire-up.ts', 'src/camera/b.ts'],
  ['src-flow-stages-reaches-no-further', 'src/flow/stages.ts', 'src/transport/b.ts'],
  ['src-flow-seal-verification-reaches-no-further', 'src/flow/seal-verification.ts', 'src/transport/b.ts'],
  ['src-flow-seal-verification-reaches-no-further', 'src/flow/seal-verification.ts', 'shares/sealed/open.ts'],
  ['src-flow-reaches-no-further', 'src/flow/machine.ts', 'shares/sealed/seal.ts'],
  ['src-ui-reaches-no-further', 'src/ui/a.tsx', 'src/transport/b.ts'],
  ['src-element-reaches-no-further', 'src/element/a.ts', 'src/vault/b.ts'],
  ['src-frame-reaches-no-further', 'src/frame/a.ts', 'src/flow/b.ts'],
  ['src-testing-reaches-no-further', 'src/testing/a.ts', 'src/liveness/verdict.ts'],
  ['src-testing-jsdom-reaches-no-further', 'src/testing/jsdom/a.ts', 'src/camera/b.ts'],
  ['src-doors-reaches-no-further', 'src/index.ts', 'src/testing/jsdom/simulation.ts'],
  ['src-doors-reaches-no-further', 'src/index.ts', 'receiver/b.ts'],
  ['src-doors-reaches-no-further', 'src/index.ts', 'src/calibration/b.ts'],
  ['shares-reaches-no-further', 'shares/a.ts', 'src/transport/b.ts'],
  ['shares-reaches-no-further', 'shares/a.ts', 'receiver/b.ts'],
  ['shares-sealed-reaches-no-further', 'shares/sealed/a.ts', 'src/flow/b.ts'],
  ['shares-node-reaches-no-further', 'shares/node/a.ts', 'receiver/b.ts'],
  ['the-computation-knows-no-node', 'shares/a.ts', 'shares/node/b.ts'],
  ['receiver-reaches-no-further', 'receiver/a.ts', 'src/liveness/verdict.ts'],
  ['receiver-reaches-no-further', 'receiver/a.ts', 'shares/decide.ts'],
  ['receiver-reaches-no-further', 'receiver/a.ts', 'shares/node/start.ts'],
  ['receiver-tests-reach-no-further', 'receiver/a.test.ts', 'src/liveness/verdict.ts'],
  ['src-flow-tests-reach-no-further', 'src/flow/a.test.ts', 'src/ui/b.tsx'],
  ['users-come-through-a-door', 'e2e/a.spec.ts', 'src/envelope/seal.ts'],
  ['users-come-through-a-door', 'bench/a.ts', 'src/vision/client.ts'],
  ['users-come-through-a-door', 'bench/a.ts', 'shares/decide.ts'],
  ['the-bench-of-shares-knows-shares-alone', 'bench/shares/a.ts', 'receiver/three-operators/b.ts'],
  ['judges-use-the-widgets-own-functions', 'evaluation/attacks/a.ts', 'src/envelope/seal.ts'],
  ['judges-use-the-widgets-own-functions', 'evaluation/report/a.ts', 'src/flow/machine.ts'],
  ['the-self-test-feeds-as-the-worker-does', 'tools/models/self-test.ts', 'src/vision/worker/runtime.ts'],
  ['evaluation-needs-no-other-user', 'evaluation/attacks/a.ts', 'e2e/support/b.ts'],
  ['bench-and-e2e-know-nothing-of-each-other', 'bench/a.ts', 'e2e/support/b.ts'],
  ['bench-and-e2e-know-nothing-of-each-other', 'e2e/a.spec.ts', 'bench/b.ts'],
  ['nothing-imports-its-users', 'receiver/a.ts', 'tools/b.ts'],
  ['nothing-imports-the-worker', 'src/flow/wire-up.ts', 'src/vision/worker/entry.ts'],
  ['nothing-imports-the-worker', 'src/flow/wire-up.ts', 'src/vision/share-worker/entry.ts'],
] as const;

const FORBIDDEN_PACKAGES = [
  ['src-core-reaches-no-further', 'src/core/a.ts', 'valibot'],
  ['src-core-reaches-no-further', 'src/core/a.ts', 'node:fs'],
  ['src-liveness-reaches-no-further', 'src/liveness/a.ts', 'xstate'],
  ['src-transport-reaches-no-further', 'src/transport/a.ts', 'valibot'],
  ['src-flow-reaches-no-further', 'src/flow/machine.ts', 'react'],
  ['src-ui-reaches-no-further', 'src/ui/a.tsx', 'react-dom'],
  ['src-testing-reaches-no-further', 'src/testing/a.ts', 'react'],
  ['shares-reaches-no-further', 'shares/a.ts', 'node:crypto'],
  ['shares-node-reaches-no-further', 'shares/node/a.ts', 'drizzle-orm'],
  ['receiver-reaches-no-further', 'receiver/a.ts', 'xstate'],
  ['@mediapipe-tasks-vision-in-one-place', 'src/vision/worker/align.ts', '@mediapipe/tasks-vision'],
  ['onnxruntime-web-in-one-place', 'src/vision/worker/align.ts', 'onnxruntime-web'],
  ['comlink-in-one-place', 'src/vision/worker/align.ts', 'comlink'],
  ['prom-client-in-one-place', 'receiver/app.ts', 'prom-client'],
  ['simple-statistics-in-one-place', 'receiver/app.ts', 'simple-statistics'],
  ['idb-in-one-place', 'src/vault/a.ts', 'idb'],
] as const;

function relative(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1)}${to.replace(/[.]tsx?$/, '.js')}`;
}

/** One house in which each row's import is: a cruise takes a quarter of a second, however little there is to see. */
function everythingForbidden(): Readonly<Record<string, string>> {
  const files: Record<string, string> = Object.fromEntries(FORBIDDEN.map(([, , to]) => [to, LEAF]));
  for (const [index, [, from, to]] of [...FORBIDDEN, ...FORBIDDEN_PACKAGES].entries()) {
    const isFile = to in files;
    files[from] = `${files[from] ?? ''}import { x as x${index} } from '${isFile ? relative(from, to) : to}';
export const y${index} = x${index};
`;
  }
  return files;
}

const ALSO_TESTED = ['no-circles', 'nothing-is-missing', /-takes-only-types$/, /-tests-reach-no-further$/];

describe('the layers', () => {
  it('has no rule that is not broken by a test below', async () => {
    const { ruleSet } = await extractDepcruiseOptions('./.dependency-cruiser.cjs');
    const names = ruleSet?.forbidden?.map(({ name = '' }) => name) ?? [];
    const tested = [...FORBIDDEN, ...FORBIDDEN_PACKAGES].map(([rule]): string => rule);
    const untested = names.filter(
      (name) => !tested.includes(name) && !ALSO_TESTED.some((known) => name.match(known)),
    );
    expect(names.length).toBeGreaterThan(40);
    expect(untested).toEqual([]);
  });

  describe('broken at once', () => {
    let violations: readonly string[];
    beforeAll(async () => {
      newHouse();
      violations = await violationsIn(everythingForbidden());
      rmSync(house, { recursive: true });
    });

    it.each(FORBIDDEN)('%s: %s must not import %s', (rule, from, to) => {
      expect(violations).toContain(`${rule}: ${from} → ${to}`);
    });

    it.each(FORBIDDEN_PACKAGES)('%s: %s must not import the package %s', (rule, from, name) => {
      const seen = violations.filter((violation) => violation.startsWith(`${rule}: ${from} → `));
      const place = name.startsWith('node:') ? name.slice('node:'.length) : `node_modules/${name}/`;
      expect(seen).toContainEqual(expect.stringContaining(place));
    });
  });

  it.each(['flow', 'ui', 'element'])('%s takes types from a stage, but no code', async (room) => {
    const from = `src/${room}/a.ts`;
    const to = 'src/liveness/verdict.ts';
    expect(await brokenRules({ [from]: type(relative(from, to)), [to]: LEAF })).toEqual([]);
    expect(await brokenRules({ [from]: value(relative(from, to)) })).toEqual([
      `src-${room}-takes-only-types`,
    ]);
  });

  it('finds a circle, also one of types', async () => {
    const files = { 'src/core/a.ts': type('./b.js'), 'src/core/b.ts': type('./a.js').replace('Y', 'X') };
    expect(await brokenRules(files)).toContain('no-circles');
  });

  it('finds an import of a file that is not there', async () => {
    expect(await brokenRules({ 'src/core/a.ts': value('./gone.js') })).toEqual(['nothing-is-missing']);
  });

  it('lets every room use what the table gives it', async () => {
    const allowed = {
      'src/core/a.ts': LEAF,
      'src/consent/receipt.ts': value('../core/a.js'),
      'src/camera/open.ts': type('../consent/receipt.js').replace('X', 'y as X'),
      'src/envelope/seal.ts': `${value('../core/a.js')}export { object } from 'valibot';\n`,
      'src/flow/wire-up.ts': value('../envelope/seal.js').replace('{ x }', '{ y as x }'),
      'src/flow/wire-up.test.ts': `import 'fast-check';\n${value('../testing/index.js')}`,
      'shares/sealed/seal.ts': value('../../src/core/a.js'),
      'src/vision/share-worker/keeper.ts': value('../../../shares/sealed/seal.js').replace(
        '{ x }',
        '{ y as x }',
      ),
      'src/flow/seal-verification.test.ts': value('../../shares/sealed/seal.js').replace(
        '{ x }',
        '{ y as x }',
      ),
      'src/testing/index.ts': `import 'node:fs';\n${value('../core/a.js')}`,
      'src/ui/a.tsx': `import 'react';\n${value('../flow/wire-up.js')}`,
      'receiver/index.ts': `import 'node:crypto';\nimport 'hono';\n${value('../src/envelope/seal.js')}`,
      'shares/index.ts': value('../src/core/a.js'),
      'receiver/three/client.ts': value('../../shares/node/client.js').replace('{ x }', '{ y as x }'),
      'receiver/three/a.test.ts': value('../../shares/node/client.js').replace('{ x }', '{ y as x }'),
      'shares/node/client.ts': value('../../src/core/a.js').replace('y', 'x'),
      'receiver/matching/shared.ts': value('../../shares/index.js').replace('{ x }', '{ y as x }'),
      'bench/shares/main.ts': value('../../shares/index.js').replace('{ x }', '{ y as x }'),
      'e2e/a.spec.ts': `import '@playwright/test';\n${value('../receiver/index.js')}`,
      'src/liveness/verdict.ts': value('../core/a.js').replace('y', 'x'),
      'evaluation/attacks/judge.ts': value('../../src/liveness/verdict.js'),
      'evaluation/report/score.ts': value('../../src/core/a.js'),
    };
    expect(await brokenRules(allowed)).toEqual([]);
  });

  it('fails when it sees no modules at all', async () => {
    build({ 'src/readme.md': 'nothing to read' });
    await expect(cruiseLayers(house, ['src'])).rejects.toThrow('saw no modules');
  });
});
