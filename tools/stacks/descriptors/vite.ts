import { nameShop } from '../../package-check/dev-server.js';
import { pageOf, REACT_18, REACT_19, type Stack } from '../stack.js';

const VITE = 'vite@8.3.8';
const BUILD = [['npx', 'vite', 'build', '--logLevel', 'warn']] as const;
const DIST = { kind: 'folder', path: 'dist' } as const;

function react(name: string, versions: readonly string[], more: Partial<Stack> = {}): Stack {
  return {
    name,
    packages: [...versions, VITE],
    example: 'signup-react',
    build: BUILD,
    serve: DIST,
    approach: nameShop,
    ...more,
  };
}

/** Served for development, by versions that move the JavaScript of dependencies. */
function served(version: string): Stack {
  return {
    ...react(`vite-${version.split('.', 1)[0]}-dev`, REACT_19),
    packages: [...REACT_19, `vite@${version}`],
    build: [],
    serve: { kind: 'server', command: ['node_modules/vite/bin/vite.js', '--port', '0'] },
  };
}

const ELEMENT = '<candor-verification endpoint="http://localhost:8787"></candor-verification>';

export const VITE_STACKS: readonly Stack[] = [
  react('vite-react-19', REACT_19, { goal: 'done' }),
  react('vite-react-18.2', REACT_18),
  served('5.4.21'),
  served('6.4.6'),
  served('7.3.8'),
  {
    name: 'vue',
    packages: ['vue@3.5.45', '@vitejs/plugin-vue@6.0.11', VITE],
    example: 'signup-vue',
    build: BUILD,
    serve: DIST,
    goal: 'done',
    needs: '`isCustomElement`',
  },
  {
    name: 'svelte',
    packages: ['svelte@5.57.3', '@sveltejs/vite-plugin-svelte@7.3.1', VITE],
    files: {
      'index.html': pageOf('/main.js'),
      'vite.config.js': `import { svelte } from '@sveltejs/vite-plugin-svelte';
export default { plugins: [svelte()] };
`,
      'main.js': `import { mount } from 'svelte';
import App from './App.svelte';
mount(App, { target: document.querySelector('#app') });
`,
      'App.svelte': `<script>import 'candor/element';</script>\n${ELEMENT}\n`,
    },
    build: BUILD,
    serve: { ...DIST, trustedTypes: ['svelte-trusted-html'] },
    needs: 'Svelte itself: `svelte-trusted-html` where Trusted Types are required',
  },
  {
    name: 'solid',
    packages: ['solid-js@1.9.20', 'vite-plugin-solid@2.11.14', VITE],
    files: {
      'index.html': pageOf('/main.jsx'),
      'vite.config.js': `import solid from 'vite-plugin-solid';
export default { plugins: [solid()] };
`,
      'main.jsx': `import 'candor/element';
import { render } from 'solid-js/web';
render(() => ${ELEMENT}, document.querySelector('#app'));
`,
    },
    build: BUILD,
    serve: { ...DIST, trustedTypes: 'notRequired' },
    needs: 'Solid itself: a page without required Trusted Types, as it writes `innerHTML`',
  },
];
