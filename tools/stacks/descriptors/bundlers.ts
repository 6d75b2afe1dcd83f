import { pageOf, REACT_19, reactEntry, type Stack } from '../stack.js';

/** webpack and Rspack read one configuration. Neither compiles stylesheets without a loader: the page links its own copy. */
const PACKED = {
  files: {
    'main.js': reactEntry({}, ''),
    'dist/index.html': pageOf('./main.js', './candor.css'),
    'bundler.config.mjs': `export default {
  mode: 'production',
  entry: './main.js',
  output: { path: import.meta.dirname + '/dist', module: true, filename: 'main.js', chunkFormat: 'module' },
  experiments: { outputModule: true },
  performance: { hints: false },
};
`,
  },
  style: ['cp', 'node_modules/candor/dist/style.css', 'dist/candor.css'],
  serve: { kind: 'folder', path: 'dist' },
  needs: 'a loader for `candor/style.css`, or a `<link>` to a copy of it',
} as const;

/** As docs/embedding.md has it. */
const PARCELRC = {
  extends: '@parcel/config-default',
  transformers: { '**/candor/dist/assets/*': ['@parcel/transformer-raw'] },
  packagers: { 'candor-*worker.*.js': '@parcel/packager-raw' },
  optimizers: { 'candor-*worker.*.js': [] },
};

export const BUNDLER_STACKS: readonly Stack[] = [
  {
    name: 'html',
    packages: [],
    files: {
      'index.html': `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" /><title>A shop</title>
    <script type="importmap">{ "imports": { "candor/element": "./candor/element.js" } }</script>
    <script type="module" src="./main.js"></script>
  </head>
  <body><candor-verification endpoint="http://localhost:8787"></candor-verification></body>
</html>
`,
      'main.js': "import 'candor/element';\n",
    },
    build: [['cp', '-r', 'node_modules/candor/dist', 'candor']],
    serve: { kind: 'folder', path: '.', inlineScripts: 'byHash' },
    goal: 'done',
    needs: 'a copy of `dist`; the hash of the import map in the policy',
  },
  {
    name: 'webpack',
    packages: [...REACT_19, 'webpack@5.113.0', 'webpack-cli@6.0.1'],
    files: PACKED.files,
    build: [['npx', 'webpack', '--config', 'bundler.config.mjs'], PACKED.style],
    serve: PACKED.serve,
    needs: PACKED.needs,
  },
  {
    name: 'rspack',
    packages: [...REACT_19, '@rspack/core@1.7.6', '@rspack/cli@1.7.6'],
    files: PACKED.files,
    build: [['npx', 'rspack', 'build', '--config', 'bundler.config.mjs'], PACKED.style],
    serve: PACKED.serve,
    needs: PACKED.needs,
  },
  {
    name: 'esbuild',
    packages: [...REACT_19, 'esbuild@0.28.2'],
    files: {
      'main.js': reactEntry({ assetsUrl: '/candor/' }),
      'dist/index.html': pageOf('./main.js', './main.css'),
    },
    build: [
      [
        'npx',
        'esbuild',
        'main.js',
        '--bundle',
        '--minify',
        '--format=esm',
        '--splitting',
        '--outdir=dist',
        '--define:process.env.NODE_ENV="production"',
        '--log-level=error',
      ],
      ['npx', 'candor-assets', 'dist/candor'],
    ],
    serve: { kind: 'folder', path: 'dist' },
    needs: '`candor-assets` and `assetsUrl`',
  },
  {
    name: 'parcel',
    packages: [...REACT_19, 'parcel@2.16.4'],
    files: {
      'index.html': pageOf('main.js'),
      '.parcelrc': JSON.stringify(PARCELRC),
      'main.js': reactEntry(),
    },
    build: [
      ['npm', 'pkg', 'set', '--json', '@parcel/resolver-default.packageExports=true'],
      ['npx', 'parcel', 'build', 'index.html'],
    ],
    // Parcel writes an import map into the page.
    serve: { kind: 'folder', path: 'dist', inlineScripts: 'byHash' },
    needs: '`packageExports` and the lines of `.parcelrc`; the hash of its import map in the policy',
  },
  {
    name: 'iframe',
    packages: [],
    build: [],
    serve: { kind: 'framed' },
    needs: 'a copy of `dist` on either origin; `frame-src`, `frame-ancestors`, `Permissions-Policy`',
  },
];
