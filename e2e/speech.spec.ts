import { expect, type Page } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';
import { toPositioning } from './support/steps.js';

/** What a screen reader is given to say, and how long that takes: the clip has five seconds (requirements ). */

const WORDS_PER_MINUTE = 180;
/** A cue must be heard before the movement has to begin: the first comes about a second into the clip. */
const MOST_SPEECH_MS = 1_000;

interface Said {
  readonly text: string;
  /** `focus`: where the focus went; else the politeness of the live region. */
  readonly how: 'focus' | 'status' | 'alert';
  readonly state: string;
}

declare global {
  interface Window {
    said: Said[];
  }
}

const LISTEN = `
  window.said = [];
  const note = (text, how) => {
    const state = document.querySelector('[data-state]')?.getAttribute('data-state') ?? '';
    if (text.trim() !== '') window.said.push({ text: text.trim(), how, state });
  };
  const regions = new Map();
  const look = () => {
    for (const region of document.querySelectorAll('[data-state] > [role=status], [data-state] > [role=alert]')) {
      const text = region.textContent ?? '';
      if (regions.get(region) !== text) note(text, region.getAttribute('role'));
      regions.set(region, text);
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  document.addEventListener('focusin', ({ target }) => note(target.textContent ?? '', 'focus'));
`;

function log(page: Page): Promise<readonly Said[]> {
  return page.evaluate(() => window.said);
}

function speechMs(said: readonly Said[]): number {
  const words = said.flatMap(({ text }) => text.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)));
  return (words.length * 60_000) / WORDS_PER_MINUTE;
}

test('nothing has to be heard out before the first cue, and what will happen was said before', async ({
  launchWith,
}) => {
  const visit = await (await launchWith({ clip: CLIPS.answering, initScript: LISTEN }))();
  const { page, widget } = visit;
  await toPositioning(widget);
  await widget.startAt(READY);
  await widget.expectState('recording');
  await expect.poll(async () => (await log(page)).some(({ how }) => how === 'alert')).toBe(true);
  const said = await log(page);
  const recording = said.filter(({ state }) => state === 'recording');
  const beforeCue = recording.slice(
    0,
    recording.findIndex(({ how }) => how === 'alert'),
  );
  console.log(
    `before the first cue: ${speechMs(beforeCue)} ms of speech; while recording: ${JSON.stringify(recording)}`,
  );
  expect(speechMs(beforeCue)).toBeLessThanOrEqual(MOST_SPEECH_MS);
  expect(beforeCue.filter(({ how }) => how === 'status')).toEqual([]);
  const intro = said.filter(({ state, how }) => state === 'positioning' && how === 'status');
  expect(intro[0]?.text).toContain('five seconds');
  for (const { text } of recording.filter(({ how }) => how === 'alert'))
    expect(speechMs([{ text, how: 'alert', state: '' }])).toBeLessThanOrEqual(1_000);
});

test('the movements can be practised without a session or a recording, and tones are off until switched on', {
  tag: '@slow',
}, async ({ launchWith }) => {
  const spy = `${LISTEN}
    window.soundDevices = 0;
    const { AudioContext } = window;
    window.AudioContext = class extends AudioContext { constructor() { super(); window.soundDevices += 1; } };`;
  const visit = await (await launchWith({ clip: CLIPS.answering, initScript: spy }))();
  const { page, widget } = visit;
  const sessions: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/sessions')) sessions.push(request.url());
  });
  await toPositioning(widget);
  await widget.action('practise').click();
  await expect(widget.root.locator('[data-practice] [data-cue="turn-left"]').first()).toBeVisible();
  await expect(widget.root.locator('[data-practice] [data-cue="turn-right"]').first()).toBeVisible();
  await expect(widget.root.locator('[data-practice]')).toHaveCount(0, { timeout: 10_000 });
  await widget.expectState('positioning');
  expect(sessions).toEqual([]);
  const devices = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'soundDevices'));
  expect(await devices()).toBe(0);
  await widget.root.locator('[data-action="choices"]').click();
  await widget.action('tones').click();
  await expect(widget.action('tones')).toHaveAttribute('aria-pressed', 'true');
  expect(await devices()).toBe(1);
});

test('from the review to the withdrawal, by keyboard, each step is told by its heading and nothing twice', {
  tag: '@slow',
}, async ({ launchWith }) => {
  const visit = await (await launchWith({ clip: CLIPS.answering, initScript: LISTEN }))();
  const { page, widget } = visit;
  await toPositioning(widget);
  await widget.record(READY);
  await widget.action('send').press('Enter');
  await widget.expectState('done');
  await widget.action('my-data').press('Enter');
  await expect(widget.root.locator('[data-record]')).toBeVisible();
  const decision = await widget.root.locator('[data-record] .candor-lead').textContent();
  await widget.action('withdraw').press('Enter');
  await widget.expectState('withdrawn');
  await expect(widget.root.locator('h2')).toBeFocused();
  const said = await log(page);
  const headings = said.filter(({ how, state }) => how === 'focus' && state !== 'positioning');
  for (const state of ['review', 'done', 'withdrawn'])
    expect(headings.map((one) => one.state)).toContain(state);
  const polite = said.filter(({ how }) => how === 'status').map(({ text }) => text);
  expect(polite.some((text) => text.includes(decision ?? '?'))).toBe(true);
  const repeated = polite.filter((text, index) => index > 0 && text === polite[index - 1]);
  expect(repeated).toEqual([]);
});
