// Who may import what (docs/architecture.md). Each room of the house gets one line in ROOMS; the rules are made from them.
// tools/test/layers.test.ts breaks every rule once and expects it to bite.

const TESTS = ['[.](test|fixture)[.]tsx?$'];
/** What users run. */
const PRODUCT = '^(src|receiver|shares)/';
/** What e2e, bench, examples and tools come through, as users do. */
const DOORS = [
  '^src/(index|headless|outbox-worker)[.]ts$',
  '^src/element/element[.]tsx?$',
  '^src/frame/index[.]ts$',
  '^src/testing/(jsdom/)?index[.]ts$',
  '^receiver/index[.]ts$',
  '^shares/index[.]ts$',
  // Published figures and how they are counted: no score of a person is in them.
  '^src/calibration/',
];
/** What judges recorded clips (docs/architecture.md): the widget's own functions, which no door exports. */
const JUDGES = ['^evaluation/'];
const JUDGED_WITH = [
  '^src/(core|liveness|testing)/',
  // Which frames are embedded, and when the recording may start: what evaluation says of both is said of the widget's own.
  '^src/flow/(frame-selector|readiness)[.]ts$',
  '^src/vision/client[.]ts$',
];
/** Feeds an embedding model what the worker would, without a browser (docs/bring-your-own-model.md). */
const SELF_TEST = ['^tools/models/(self-test|rendered-chip)[.]ts$'];
const FED_AS = ['^src/vision/worker/(align|embed|planes|points)[.]ts$'];
/** Measures the parts of a decision, and three nodes whose gallery is written into their stores: no door does either. */
const BENCH_OF_SHARES = ['^bench/shares/'];
const NODE = 'core';

/** @param {string} name */
const folder = (name) => `^${name}/`;
/** Where a package is found, and its bare name where it is not installed. @param {string} name */
const npm = (name) => `(^|/)node_modules/${name}/|^${name}(/|$)`;

/** May import: its own files, `imports`, `packages`; of `types` only types; Node's own modules where `node`. Its tests: of `tests` too. */
const ROOMS = [
  { from: 'src/core', imports: ['^public/models/manifest[.]json$'] },
  { from: 'src/consent', imports: ['^src/core/'] },
  { from: 'src/liveness', imports: ['^src/core/'] },
  { from: 'src/camera', imports: ['^src/core/'], types: ['^src/consent/'] },
  {
    from: 'src/vision',
    except: ['^src/vision/(share-)?worker/'],
    imports: ['^src/core/', '^public/models/manifest[.]json$'],
    // What a template is split for, and into.
    types: ['^shares/sealed/seal[.]ts$'],
    packages: ['comlink'],
  },
  {
    from: 'src/vision/worker',
    imports: ['^src/core/', '^src/vision/(protocol|manifest)[.]ts$'],
    packages: ['@mediapipe/tasks-vision', 'onnxruntime-web', 'comlink'],
  },
  {
    from: 'src/vision/share-worker',
    // The one function of shares that a seller's device needs, and of the analysis worker how an answer crosses.
    imports: ['^src/core/', '^shares/sealed/seal[.]ts$', '^src/vision/worker/fail[.]ts$'],
    types: ['^src/vision/(protocol|seller-vision)[.]ts$'],
    packages: ['comlink'],
    // A test of the sealing opens what was sealed, as operators do.
    tests: ['^shares/(sealed/)?[^/]+[.]ts$', '^src/envelope/', '^src/vision/[^/]+[.]ts$'],
  },
  {
    from: 'src/envelope',
    imports: ['^src/core/'],
    types: ['^src/consent/'],
    packages: ['@hpke/[^/]+', 'valibot', 'canonicalize'],
  },
  { from: 'src/calibration', imports: ['^src/core/'], packages: ['valibot'] },
  { from: 'src/transport', imports: ['^src/core/', '^src/envelope/'] },
  { from: 'src/vault', imports: ['^src/core/', '^src/envelope/'], packages: ['idb'] },
  {
    from: 'src/flow',
    except: ['^src/flow/(wire-up|desk-wire-up|stages|seal-verification)[.]ts$'],
    imports: ['^src/core/'],
    types: ['^src/(consent|liveness|envelope|camera|vault)/', '^src/vision/(protocol|seller-vision)[.]ts$'],
    packages: ['xstate'],
    // A test of the sealing opens what was sealed, as operators do.
    tests: ['^shares/(sealed/)?[^/]+[.]ts$'],
  },
  {
    from: 'src/flow/wire-up[.]ts',
    imports: [
      '^src/(core|flow|consent|liveness|camera|envelope|transport|vault)/',
      '^src/vision/[^/]+[.]ts$',
    ],
  },
  { from: 'src/flow/desk-wire-up[.]ts', imports: ['^src/(core|flow|envelope|transport|vault)/'] },
  {
    from: 'src/flow/stages[.]ts',
    imports: ['^src/(core|flow|liveness|camera)/', '^src/vision/[^/]+[.]ts$'],
  },
  {
    from: 'src/flow/seal-verification[.]ts',
    imports: ['^src/(core|flow|consent|envelope)/'],
    types: ['^src/vision/seller-vision[.]ts$'],
  },
  {
    from: 'src/ui',
    imports: ['^src/(core|flow)/'],
    types: ['^src/(consent|liveness|envelope|camera)/'],
    packages: ['react', '@types/react', '@xstate/react'],
  },
  {
    from: 'src/element',
    imports: ['^src/(core|flow|ui)/'],
    types: ['^src/(consent|liveness|envelope|camera)/'],
    packages: ['react', 'react-dom', '@types/react', '@types/react-dom'],
  },
  { from: 'src/frame', imports: ['^src/core/'], packages: ['valibot'] },
  {
    from: 'src/testing',
    except: ['^src/testing/jsdom/'],
    imports: ['^src/(core|envelope)/', '^src/liveness/challenge[.]ts$'],
    packages: ['sharp', 'valibot'],
    node: true,
  },
  { from: 'shares', except: ['^shares/(node|sealed)/'], imports: ['^src/(core|envelope)/'] },
  {
    from: 'shares/sealed',
    imports: ['^src/(core|envelope)/', '^shares/[^/]+[.]ts$'],
    packages: ['valibot'],
  },
  {
    from: 'shares/node',
    imports: ['^src/(core|envelope)/', '^shares/([^/]+|sealed/[^/]+)[.]ts$'],
    packages: ['@electric-sql/pglite', 'pg', '@types/pg', '@peculiar/x509', 'reflect-metadata', 'valibot'],
    // Tests run on a PostgreSQL of their own.
    tests: ['^receiver/testing/postgres-server[.]fixture[.]ts$'],
    node: true,
  },
  {
    // The whole widget over doubles, which no page's door may reach.
    from: 'src/testing/jsdom',
    imports: [
      '^src/(core|flow)/',
      '^src/envelope/(controller|receipt)[.]ts$',
      '^src/testing/receiver-double/',
      '^src/index[.]ts$',
    ],
    types: ['^src/envelope/'],
  },
  { from: 'src/[^/]+[.]tsx?', imports: ['^src/(?!vision/(?:share-)?worker/|calibration/|testing/)'] },
  {
    from: 'receiver',
    imports: [
      '^src/(core|envelope|consent|calibration)/',
      '^src/liveness/(challenge|light-schedule)[.]ts$',
      '^shares/index[.]ts$',
      // Asks the three operators, where these keep the templates; of a node itself, a receiver runs nothing.
      '^shares/(errors|node/(client|ids))[.]ts$',
      '^docs/openapi[.]json$',
    ],
    packages: [
      'hono',
      '@hono/[^/]+',
      'drizzle-orm',
      'drizzle-kit',
      'pg',
      '@types/pg',
      '@electric-sql/[^/]+',
      'prom-client',
      'simple-statistics',
      'valibot',
    ],
    // A test starts the three operators' nodes, and splits templates as a seller's device does.
    tests: ['^shares/(node|sealed)/'],
    node: true,
  },
];

/** Packages that even inside a room only one place may name. */
const SINGLE_PLACES = [
  { packages: ['@mediapipe/tasks-vision'], only: '^src/vision/worker/landmarks[.]ts$' },
  { packages: ['onnxruntime-web'], only: '^src/vision/worker/session[.]ts$' },
  { packages: ['comlink'], only: '^src/vision/(client|endings|worker-line|(share-)?worker/entry)[.]ts$' },
  // Of those who develop: no user of the package has it.
  { packages: ['simple-statistics'], only: '^receiver/bench/' },
  { packages: ['prom-client'], only: '^receiver/metrics[.]ts$' },
  { packages: ['idb'], only: '^src/vault/(idb|schema)[.]ts$' },
];

/** @typedef {{ from: string, except?: string[], imports?: string[], types?: string[], packages?: string[], tests?: string[], node?: boolean }} Room */

/** @param {Room} room */
const path = ({ from }) => (from.endsWith('tsx?') || from.endsWith('[.]ts') ? `^${from}$` : folder(from));
/** @param {Room} room */
const title = ({ from }) => from.replace('[^/]+[.]tsx?', 'doors').replace('[.]ts', '').replaceAll('/', '-');

/** @param {Room} room */
function reach(room) {
  const { except = [], imports = [], types = [], packages = [], node = false } = room;
  // What cannot be found is `nothing-is-missing`'s to report.
  const to = { couldNotResolve: false, pathNot: [path(room), ...imports, ...types, ...packages.map(npm)] };
  const rules = [
    {
      name: `${title(room)}-reaches-no-further`,
      severity: 'error',
      from: { path: path(room), pathNot: [...except, ...TESTS] },
      to: node ? { ...to, dependencyTypesNot: [NODE] } : to,
    },
  ];
  if (types.length > 0) {
    rules.push({
      name: `${title(room)}-takes-only-types`,
      severity: 'error',
      from: { path: path(room), pathNot: [...except, ...TESTS] },
      to: { path: types, pathNot: [path(room), ...imports], dependencyTypesNot: ['type-only'] },
    });
  }
  return rules;
}

/** Tests may use any package and the test kit besides. @param {Room} room */
function testsReach(room) {
  const { except = [], imports = [], types = [], tests = [] } = room;
  return {
    name: `${title(room)}-tests-reach-no-further`,
    severity: 'error',
    from: { path: path(room).replace(/\$$/, '').concat('.*').concat(TESTS[0]), pathNot: except },
    to: {
      path: [PRODUCT],
      pathNot: [path(room), ...imports, ...types, ...tests, '^src/testing/'],
    },
  };
}

/** @param {{ packages: string[], only: string }} place */
function singlePlace({ packages, only }) {
  return {
    name: `${packages[0].replace('/', '-')}-in-one-place`,
    severity: 'error',
    from: { path: PRODUCT, pathNot: [only, ...TESTS] },
    to: { path: packages.map(npm) },
  };
}

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-imports-the-worker',
      comment: 'The page takes its URL (docs/embedding.md); a bundler would bundle it a second time.',
      severity: 'error',
      from: { pathNot: ['^src/vision/(share-)?worker/', ...TESTS, ...SELF_TEST] },
      to: { path: '^src/vision/(share-)?worker/' },
    },
    {
      name: 'the-computation-knows-no-node',
      comment: 'A page computes with shares too.',
      severity: 'error',
      from: { path: '^shares/', pathNot: ['^shares/node/'] },
      to: { path: '^shares/node/' },
    },
    {
      name: 'users-come-through-a-door',
      comment: 'A browser test of a single stage bundles that stage by its path, and may name its types.',
      severity: 'error',
      from: {
        path: '^(e2e|bench|examples|tools|demo)/',
        pathNot: [...TESTS, ...JUDGES, ...SELF_TEST, ...BENCH_OF_SHARES],
      },
      to: { path: PRODUCT, pathNot: DOORS, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-bench-of-shares-knows-shares-alone',
      severity: 'error',
      from: { path: BENCH_OF_SHARES },
      to: { path: PRODUCT, pathNot: [...DOORS, '^shares/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'judges-use-the-widgets-own-functions',
      severity: 'error',
      from: { path: JUDGES, pathNot: TESTS },
      to: {
        path: PRODUCT,
        pathNot: [...DOORS, ...JUDGED_WITH],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-self-test-feeds-as-the-worker-does',
      comment: 'Aligned, scaled and averaged by the same functions, or it would test something else.',
      severity: 'error',
      from: { path: SELF_TEST },
      to: {
        path: PRODUCT,
        pathNot: [...DOORS, ...FED_AS],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'evaluation-needs-no-other-user',
      comment:
        'Browser tests and benchmarks show what evaluation draws and counts, never the other way round.',
      severity: 'error',
      from: { path: '^evaluation/' },
      to: { path: '^(e2e|bench|examples|demo)/' },
    },
    {
      name: 'bench-and-e2e-know-nothing-of-each-other',
      comment: 'What both need to drive the widget in a browser is in tools/lab.',
      severity: 'error',
      from: { path: '^(bench|e2e)/' },
      to: { path: '^(bench|e2e)/', pathNot: '^$1/' },
    },
    {
      name: 'nothing-imports-its-users',
      severity: 'error',
      from: { path: PRODUCT },
      to: { path: '^(e2e|bench|evaluation|examples|tools|demo)/' },
    },
    {
      name: 'nothing-is-missing',
      comment: 'Examples have packages of their own, and a copy of the built package beside them.',
      severity: 'error',
      from: { pathNot: '^examples/(iframe|signup-[^/]+)/' },
      to: { couldNotResolve: true, pathNot: '^candor(/|$)' },
    },
    ...ROOMS.flatMap((room) => [...reach(room), testsReach(room)]),
    ...SINGLE_PLACES.map(singlePlace),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|demo-dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
