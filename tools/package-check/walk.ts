import { type Browser, chromium, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { fakeCameraArgs, IDENTITIES, neutralOnly, writeClip } from '../../src/testing/index.js';
import { serveApp } from '../start/serve-app.js';
import { createStaticApp, type StaticAppOptions } from '../start/static-app.js';
import { installedChromium } from '../test/chromium.js';
import { patient } from './patience.js';

const TIMEOUT_MS = patient(60_000);
const ANALYSED = '[data-hint]:not([data-hint="preparing"])';
/** What the widget is on a server. */
const AS_RENDERED = 'data-state="loading"';
/** A machine that is too busy asks for another recording. */
const MOST_RECORDINGS = 3;

/** `positioning`: worker, wasm and models have been found and run, a picture was analysed, and the stylesheet is there. `done`: the receiver has answered. */
export type Goal = 'positioning' | 'done';

/** Where the widget is. */
type Place = Pick<Page | FrameLocator, 'locator'>;

/** Brings a page to the widget. */
export type Approach = (page: Page) => Promise<Place>;

export const atOnce: Approach = async (page) => page;

export const inFrame: Approach = async (page) => page.frameLocator('iframe');

export interface Way {
  readonly approach: Approach;
  readonly goal: Goal;
  /** `server`: the page must hold the widget before any script runs. */
  readonly renderedBy?: 'server' | 'browser' | undefined;
  /** Told of `positioning`, also on the way to `done`. */
  readonly onReached?: ((reached: Goal) => void) | undefined;
}

/** Serves a built page under the strict policy and goes as far as is wanted.
 * @throws when it does not get there, with what the browser complained of. */
export async function expectGoal(page: StaticAppOptions, way: Way): Promise<void> {
  const site = await serveApp(createStaticApp(page), 0);
  try {
    await expectGoalAt(site.url, way);
  } finally {
    await site.close();
  }
}

/** The same at any address. */
export async function expectGoalAt(url: string, way: Way): Promise<void> {
  const browser = await launch(fakeCameraArgs({ clipPath: await writeClip(neutralOnly(IDENTITIES.ada)) }));
  const complaints: string[] = [];
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    collect(page, complaints);
    await walk(page, url, way).catch(async (cause: unknown) => {
      complaints.push(`the widget: ${await shownBy(page)}`);
      throw new Error(`${way.goal} was not reached; the browser says: ${complaints.join('\n')}`, { cause });
    });
  } finally {
    await browser.close();
  }
}

async function walk(page: Page, url: string, { approach, goal, renderedBy, onReached }: Way): Promise<void> {
  const response = await page.goto(url);
  if (renderedBy === 'server' && !(await response?.text())?.includes(AS_RENDERED))
    throw new Error('the page, as it was sent, does not hold the widget');
  const widget = await approach(page);
  await reachPositioning(widget);
  await expectStyled(widget);
  onReached?.('positioning');
  if (goal === 'positioning') return;
  await reachDone(widget);
  onReached?.('done');
}

function launch(args: readonly string[]): Promise<Browser> {
  const found = installedChromium();
  return chromium.launch({ ...(found === null ? {} : { executablePath: found.path }), args: [...args] });
}

export async function browserVersion(): Promise<string> {
  const browser = await launch([]);
  try {
    return `Chromium ${browser.version()}`;
  } finally {
    await browser.close();
  }
}

/** What is on the screen of the widget, outside frames. */
async function shownBy(page: Page): Promise<string> {
  const root = page.locator('section.candor').first();
  const text = await root.textContent({ timeout: patient(1_000) }).catch(() => null);
  return text ?? 'not there';
}

function collect(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`HTTP ${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}

async function reachPositioning(widget: Place): Promise<void> {
  await action(widget, 'consent').click();
  await widget.locator('[data-state="positioning"]').first().waitFor();
  await widget.locator(ANALYSED).waitFor();
}

/** Which nothing else of the way would miss. */
async function expectStyled(widget: Place): Promise<void> {
  const root = widget.locator('section.candor').first();
  const unit = await root.evaluate((section) => getComputedStyle(section).getPropertyValue('--_unit'));
  if (unit === '') throw new Error('the widget has no stylesheet');
}

/** Without movements: whoever sits still before the camera can do that, and the answer is a person's to give. */
async function reachDone(widget: Place): Promise<void> {
  await action(widget, 'choices').click();
  await action(widget, 'profile').click();
  const [send, redo] = [action(widget, 'send'), action(widget, 'redo')];
  for (let recordings = 1; ; recordings += 1) {
    await widget.locator('[data-action="start"]:not([aria-disabled="true"])').click();
    await send.or(redo).first().waitFor();
    if ((await send.count()) > 0 || recordings === MOST_RECORDINGS) break;
    await redo.click();
  }
  await send.click();
  await widget.locator('[data-state="done"]').first().waitFor();
}

function action(widget: Place, name: string): Locator {
  return widget.locator(`[data-action="${name}"]`);
}
