import type { ClipMoment } from '../../tools/lab/widget.js';
import { type Engine, eventually } from './engine.js';
import { NUMBER_OF } from './marked-clip.js';

/** The widget in a browser that Playwright does not drive: by `data-state` and `data-action` alone (docs/embedding.md). */

export interface Shown {
  readonly state: string;
  readonly code?: string;
  readonly verdict?: string;
  readonly hint?: string;
  /** Checks that did not pass, and reasons. */
  readonly findings: readonly string[];
}

const SHOWN = `
  const root = document.querySelector('[data-state]');
  if (root === null) return null;
  const { state, code, verdict } = root.dataset;
  const found = root.querySelectorAll('[data-reason], [data-check]:not([data-band="pass"], [data-band="absent"])');
  const hint = root.querySelector('[data-hint]')?.dataset.hint;
  return { state, code, verdict, hint, findings: [...found].map((one) => JSON.stringify({ ...one.dataset })) };`;

const TOO_BUSY = /camera\.too_slow|clip\.wrong_length|frames\.too_few/;
const MOST_RECORDINGS = 3;
const START_MS = 60_000;
const ANSWER_MS = 40_000;

export class DrivenWidget {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  shown(): Promise<Shown | null> {
    return this.#engine.evaluate<Shown | null>(SHOWN);
  }

  /** @throws at once where the widget says that it failed, unless that is what is waited for. */
  async until(...states: readonly string[]): Promise<Shown> {
    const shown = await eventually(`the widget in ${states.join(' or ')}`, ANSWER_MS, async () => {
      const now = await this.shown();
      return now !== null && [...states, 'failed'].includes(now.state) ? now : null;
    });
    if (!states.includes(shown.state)) throw new Error(`failed: ${shown.code}`);
    return shown;
  }

  async press(action: string): Promise<void> {
    await eventually(`the control ${action}`, ANSWER_MS, async () =>
      (await this.#engine.evaluate<boolean>(`
        const control = document.querySelector('[data-action="${action}"]');
        if (control === null || control.disabled || control.ariaDisabled === 'true') return false;
        control.click();
        return true;`))
        ? true
        : null,
    );
  }

  /** Presses start when the camera's numbered pictures are where the person is about to answer. */
  async startAt({ atS, framesPerSecond }: ClipMoment): Promise<void> {
    const pressed = await this.#engine.evaluate<boolean>(`
      const numberOf = ${NUMBER_OF};
      const endMs = performance.now() + ${START_MS};
      for (;;) {
        const video = document.querySelector('[data-state] video');
        const start = document.querySelector('[data-action="start"]');
        const number = video === null ? null : numberOf(video);
        const late = number === null ? -1 : number - ${atS * framesPerSecond};
        const mayStart = start !== null && !start.disabled && start.ariaDisabled !== 'true';
        if (mayStart && late >= 0 && late < ${framesPerSecond / 4}) {
          start.click();
          return true;
        }
        if (performance.now() > endMs) return false;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }`);
    if (!pressed) throw new Error(`no start within ${START_MS} ms: ${JSON.stringify(await this.shown())}`);
  }

  /** From `positioning` to a judged clip. Where the machine was too busy to analyse it, the widget asks for another, and a seller
   * gives it another. */
  async record(moment: ClipMoment): Promise<Shown> {
    for (let times = 1; ; times += 1) {
      await this.until('positioning');
      await this.startAt(moment);
      const after = await this.until('review', 'failed');
      const shown = after.state === 'failed' ? after : await this.#judged();
      const said = [shown.code ?? '', ...shown.findings].join(' ');
      if (times === MOST_RECORDINGS || !TOO_BUSY.test(said)) return shown;
      console.log(`recorded again: ${said}`);
      await this.press(shown.state === 'failed' ? 'retry' : 'redo');
    }
  }

  #judged(): Promise<Shown> {
    return eventually('a verdict', ANSWER_MS, async () => {
      const shown = await this.shown();
      return shown?.verdict === undefined ? null : shown;
    });
  }
}
