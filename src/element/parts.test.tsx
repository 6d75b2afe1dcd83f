import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChoiceToggles } from '../ui/ChoiceToggles.js';
import { SCREENS } from '../ui/every-screen.fixture.js';
import { Frame } from '../ui/Frame.js';
import type { Part } from '../ui/parts.js';
import { CaptureScreen } from '../ui/screens/CaptureScreen.js';
import { FailedScreen } from '../ui/screens/FailedScreen.js';
import { NoticeScreen } from '../ui/screens/NoticeScreen.js';
import { ALL_OFFERS, FIRST_CHOICES, failed, NOTICE, POSITIONING, show } from '../ui/screens.fixture.js';
import { SLOTS } from './slots.js';

/** Another part does not compile without its line here, and then not without its row in the document. */
const PARTS = Object.keys({
  actions: 0,
  after: 0,
  answer: 0,
  answers: 0,
  body: 0,
  brand: 0,
  brief: 0,
  button: 0,
  card: 0,
  clip: 0,
  decision: 0,
  details: 0,
  disclosure: 0,
  eyebrow: 0,
  facts: 0,
  findings: 0,
  footer: 0,
  head: 0,
  header: 0,
  heading: 0,
  hint: 0,
  note: 0,
  payload: 0,
  preview: 0,
  problem: 0,
  progress: 0,
  questions: 0,
  receipt: 0,
  screen: 0,
  select: 0,
  statement: 0,
  subheading: 0,
  'text-field': 0,
  toggle: 0,
  way: 0,
  ways: 0,
} satisfies Record<Part, 0>);

const DOCUMENT = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8');

function partsOf(markup: string): readonly string[] {
  return [...markup.matchAll(/ part="([^"]*)"/g)].flatMap(([, names]) => names?.split(' ') ?? []);
}

/** The first column of the table under a heading of the document. */
function documentedUnder(heading: string): readonly string[] {
  const [, section = ''] = DOCUMENT.split(`### ${heading}\n`);
  const [table = ''] = section.split('\n#', 1);
  const cells = [...table.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell]) => cell ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''));
}

const shown = [
  ...SCREENS.map(([, screen]) => show(screen)),
  // A frame is around each of them in a page.
  renderToStaticMarkup(<Frame {...SLOTS}>step</Frame>),
].join('');

describe('the parts of the elements', () => {
  it('are the documented ones, each in a screen that there is', () => {
    expect([...new Set(partsOf(shown))].sort()).toEqual(PARTS);
  });

  it('are in the document, and no other is', () => {
    expect(documentedUnder('Parts').toSorted()).toEqual(PARTS);
  });

  it('give both answers the same name, on an element that nothing else tells apart', () => {
    const faces = [...show(<NoticeScreen state={NOTICE} />).matchAll(/<[^>]*part="answer"[^>]*>/g)];
    expect(faces.map(([tag]) => tag)).toEqual(
      Array.from({ length: 2 }, () => '<span class="candor-face" part="answer">'),
    );
  });

  it('give every other button one name, whatever it does', () => {
    const markup = [
      show(<CaptureScreen state={POSITIONING} />),
      show(<FailedScreen state={failed('internal')} />),
    ].join('');
    const buttons = [
      ...markup.matchAll(/<button type="button" class="candor-control candor-(?!toggle)[^>]*>/g),
    ];
    expect(buttons.length).toBeGreaterThan(4);
    for (const [tag] of buttons) expect(tag).toContain(' part="button"');
    const toggles = show(<ChoiceToggles choices={FIRST_CHOICES} offers={ALL_OFFERS} titled />);
    expect(new Set(partsOf(toggles))).toEqual(new Set(['toggle']));
  });
});

describe('the places for what the page puts in', () => {
  it('are there where the page puts something, and not where it does not', () => {
    const markup = renderToStaticMarkup(<Frame footer={<i>end</i>}>step</Frame>);
    expect(partsOf(markup)).toEqual(['footer']);
    expect(markup).toContain('<i>end</i>');
  });

  it('are documented', () => {
    expect(documentedUnder('Slots').toSorted()).toEqual(Object.keys(SLOTS).toSorted());
  });
});
