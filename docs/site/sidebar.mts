import { readdirSync } from 'node:fs';

/** Every document, once. */

interface Item {
  readonly text: string;
  readonly link: string;
}

interface Group {
  readonly text: string;
  readonly collapsed?: boolean;
  readonly items: Item[];
}

const GROUPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'The widget': {
    'live-demo': 'Live demo',
    embedding: 'Embedding',
    'error-codes': 'Error codes',
    accessibility: 'Accessibility',
    languages: 'Languages',
    'test-persons': 'Test persons',
    phones: 'Phones',
  },
  'The receiver': {
    receiver: 'The receiver',
    operator: 'For operators',
    review: 'Review by people',
    webhooks: 'Webhooks',
    matching: 'Matching',
    'several-receivers': 'Several receivers',
    scaling: 'Scaling',
    protocol: 'Protocol',
    'write-your-own-receiver': 'Write your own',
    'three-operators': 'Three operators',
  },
  'What it holds': {
    'threat-model': 'Threat model',
    privacy: 'Privacy',
    'seller-journey': 'The seller’s way',
    'dpia-template': 'Impact assessment',
    liveness: 'Liveness',
    'injection-signals': 'Signals of injection',
    requirements: 'Requirements',
  },
  'What was measured': {
    'liveness-report': 'Liveness report',
    accuracy: 'Accuracy',
    thresholds: 'Thresholds',
    templates: 'Ways to make a template',
    benchmarks: 'Benchmarks',
    'worker-cost': 'Cost of the worker',
    'receiver-cost': 'Cost of the receiver',
    'index-cost': 'Cost of the index',
    stacks: 'Stacks',
  },
  'The models': { 'model-cards': 'Model cards', 'bring-your-own-model': 'Bring your own' },
  'The code': { architecture: 'Architecture' },
};

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/[.]md$/, ''));
}

/** @param docs - absolute, with a slash at its end.
 * @throws naming the documents that stand nowhere: nobody would find them. */
export function sidebarOf(docs: string): Group[] {
  const there = namesIn(docs).filter((name) => name !== 'index');
  const listed = Object.values(GROUPS).flatMap((items) => Object.keys(items));
  const lost = there.filter((name) => !listed.includes(name));
  const gone = listed.filter((name) => !there.includes(name));
  if (lost.length + gone.length > 0)
    throw new Error(
      `the sidebar lacks ${lost.join(', ') || 'nothing'} and has ${gone.join(', ') || 'nothing'} too much`,
    );
  const groups = Object.entries(GROUPS).map(([text, items]) => ({
    text,
    items: Object.entries(items)
      .filter(([name]) => there.includes(name))
      .map(([name, title]) => ({ text: title, link: `/${name}` })),
  }));
  return [...groups, { text: 'API', collapsed: true, items: apiOf(`${docs}api/`) }];
}

/** Each door's page leads to its report (`NAME.api.md`). */
function apiOf(folder: string): Item[] {
  return namesIn(folder)
    .filter((name) => !name.endsWith('.api'))
    .map((name) => ({ text: name.replace(/^(?!candor$)/, 'candor/'), link: `/api/${name}` }));
}
