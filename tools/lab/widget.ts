import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import type { FlowStateKind, VerdictWord } from '../../src/index.js';

const TOO_BUSY = /camera\.too_slow|frames\.too_few/;
const MOST_RECORDINGS = 4;
const OFFERED_MS = 60_000;

type StartAction = 'start' | 'start-anyway';

/** A moment in the clip that the camera plays. */
export interface ClipMoment {
  readonly atS: number;
  /** Length of the clip, after which it begins again. */
  readonly clipS: number;
  readonly framesPerSecond: number;
}

/** The widget as a person who knows no language of it: by `data-state` and `data-action` alone (docs/embedding.md). */
export class Widget {
  readonly page: Page | Frame;
  readonly root: Locator;

  /** @param scope - selector of the element that holds the widget, where there is more than one. */
  constructor(page: Page | Frame, scope = 'body') {
    this.page = page;
    this.root = page.locator(`${scope} [data-state]`).first();
  }

  action(name: string, value?: string): Locator {
    const valued = value === undefined ? '' : `[data-value="${value}"]`;
    return this.root.locator(`[data-action="${name}"]${valued}`);
  }

  async expectState(kind: FlowStateKind, timeoutMs = 30_000): Promise<void> {
    await expect(this.root).toHaveAttribute('data-state', kind, { timeout: timeoutMs });
  }

  async expectFailed(code: string, timeoutMs = 30_000): Promise<void> {
    await this.expectState('failed', timeoutMs);
    await expect(this.root).toHaveAttribute('data-code', code);
  }

  /** In `review` and after it. A difference names the checks that made it. */
  async expectVerdict(wanted: VerdictWord): Promise<void> {
    const findings = await this.findings();
    expect(await this.root.getAttribute('data-verdict'), findings.join(' ')).toBe(wanted);
  }

  /** The reasons and the checks that did not pass, once the clip is judged. */
  async findings(): Promise<readonly string[]> {
    await expect(this.root).toHaveAttribute('data-verdict', /./, { timeout: 20_000 });
    return this.root
      .locator('[data-reason], [data-check]:not([data-band="pass"], [data-band="absent"])')
      .evaluateAll((found) =>
        found.map((element) => JSON.stringify({ ...(element as HTMLElement).dataset })),
      );
  }

  async agree(): Promise<void> {
    await this.expectState('notice');
    await this.action('consent').click();
  }

  /** From `positioning` to a judged clip. Where the machine was too busy to play or to analyse it, the widget asks for
   * another, and a seller gives it another.
   * @returns how often was recorded. */
  async record(moment: ClipMoment, press: StartAction = 'start'): Promise<number> {
    for (let times = 1; ; times += 1) {
      await this.startAt(moment, press);
      await this.expectState('review');
      const findings = await this.findings();
      if (!findings.some((finding) => TOO_BUSY.test(finding)) || times === MOST_RECORDINGS) return times;
      console.log(`recorded again: ${findings.join(' ')}`);
      await this.action('redo').click();
    }
  }

  /** Presses start, or its stand-in, when the clip is where the person is about to answer. By the camera's own count of frames: a busy
   * machine plays the clip slower than the clock. Later by 150 ms at most: a recording begins
   * after it is asked for, and 300 ms too late the person would move before the cue. */
  async startAt({ atS, clipS, framesPerSecond }: ClipMoment, press: StartAction = 'start'): Promise<void> {
    await this.expectState('positioning');
    const video = await this.root.locator('video').elementHandle();
    // `start-anyway` is offered after eight seconds of media time.
    const button = await this.action(press).elementHandle({ timeout: OFFERED_MS });
    await this.page.waitForFunction(
      ([preview, start, fps, wantedS, lengthS]) => {
        if (!(preview instanceof HTMLVideoElement) || !(start instanceof HTMLButtonElement)) return false;
        const [track] = preview.srcObject instanceof MediaStream ? preview.srcObject.getVideoTracks() : [];
        // Chromium's count since the camera was opened; not yet in TypeScript's library.
        const stats: { readonly totalFrames: number } | undefined = track && Reflect.get(track, 'stats');
        if (stats === undefined || start.disabled || start.ariaDisabled === 'true') return false;
        const lateS = (stats.totalFrames / fps - wantedS + lengthS) % lengthS;
        if (lateS > 0.15) return false;
        start.click();
        return true;
      },
      [video, button, framesPerSecond, atS, clipS] as const,
      { polling: 'raf', timeout: 60_000 },
    );
  }
}
