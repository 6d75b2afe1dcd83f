import { REACT_19, type Stack } from '../stack.js';

/** Those that bring a server of their own, and scripts in their pages that a policy must name. */

const ASTRO = {
  renderedBy: 'server',
  packages: [...REACT_19, 'astro@5.18.2', '@astrojs/react@4.4.2'],
  files: {
    'astro.config.mjs': `import react from '@astrojs/react';
export default { integrations: [react()] };
`,
    'src/pages/index.astro': `---
import { SellerVerification } from 'candor';
import 'candor/style.css';
---
<html lang="en"><body><SellerVerification client:load endpoint="http://localhost:8787" /></body></html>
`,
  },
} as const;
const ASTRO_COMMAND = 'node_modules/astro/astro.js';

const NEXT = {
  renderedBy: 'server',
  needs: "a client component around it (`'use client'`), for its callbacks",
  packages: [...REACT_19, 'next@16.4.6'],
  example: 'signup-next',
  serve: { kind: 'server', command: ['node_modules/next/dist/bin/next', 'start', '--port', '0'] },
} as const;

export const FRAMEWORK_STACKS: readonly Stack[] = [
  {
    name: 'astro-dev',
    ...ASTRO,
    build: [],
    serve: { kind: 'server', command: [ASTRO_COMMAND, 'dev', '--port', '0'] },
  },
  {
    name: 'astro',
    ...ASTRO,
    build: [['node', ASTRO_COMMAND, 'build']],
    serve: { kind: 'folder', path: 'dist', inlineScripts: 'byHash' },
    needs: 'the hashes of its scripts in the policy',
  },
  {
    name: 'next-dev',
    ...NEXT,
    build: [],
    serve: { kind: 'server', command: ['node_modules/next/dist/bin/next', 'dev', '--port', '0'] },
  },
  { name: 'next-turbopack', ...NEXT, build: [['npx', 'next', 'build', '--turbopack']] },
  { name: 'next-webpack', ...NEXT, build: [['npx', 'next', 'build', '--webpack']] },
  {
    name: 'react-router',
    renderedBy: 'server',
    packages: [
      ...REACT_19,
      'react-router@7.9.6',
      '@react-router/dev@7.9.6',
      '@react-router/node@7.9.6',
      '@react-router/serve@7.9.6',
      'isbot@5.1.32',
      'vite@7.3.8',
    ],
    files: {
      'vite.config.js': `import { reactRouter } from '@react-router/dev/vite';
export default { plugins: [reactRouter()] };
`,
      'app/routes.js': `import { index } from '@react-router/dev/routes';
export default [index('./home.jsx')];
`,
      'app/root.jsx': `import { Links, Outlet, Scripts } from 'react-router';
import 'candor/style.css';
export default function Root() {
  return (
    <html lang="en">
      <head><Links /></head>
      <body><Outlet /><Scripts /></body>
    </html>
  );
}
`,
      'app/home.jsx': `import { SellerVerification } from 'candor';
export default function Home() {
  return <SellerVerification endpoint="http://localhost:8787" />;
}
`,
    },
    build: [['npx', 'react-router', 'build']],
    serve: {
      kind: 'server',
      command: ['node_modules/@react-router/serve/bin.js', './build/server/index.js'],
    },
  },
];
