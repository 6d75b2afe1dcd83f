import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Desktop } from './desktop.js';
import { DrivenWidget } from './driven-widget.js';
import type { Engine } from './engine.js';
import { type Site, startSite } from './site.js';

export interface Visit {
  readonly engine: Engine;
  readonly widget: DrivenWidget;
}

export interface Stage {
  /** The demo, once the tests run. */
  site(): Site;
  /** Opens the demo in a browser of its own, until the end of the test. */
  visit(): Promise<Visit>;
}

/** Starts the demo and a desktop before the tests of a block, and ends them after these.
 * @param start - starts the browser. */
export function useStage(
  startDesktop: () => Promise<Desktop>,
  start: (env: Desktop['env']) => Promise<Engine>,
): Stage {
  let site: Site | undefined;
  let desktop: Desktop | undefined;
  const open: Engine[] = [];
  const started = <T>(one: T | undefined): T => {
    if (one === undefined) throw new TypeError('the tests have not begun');
    return one;
  };
  beforeAll(async () => {
    site = await startSite();
    desktop = await startDesktop();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((engine) => engine.close()));
  });
  afterAll(async () => {
    await desktop?.close();
    await site?.close();
  });
  return {
    site: () => started(site),
    visit: async () => {
      const engine = await start(started(desktop).env);
      open.push(engine);
      await engine.goto(started(site).url);
      return { engine, widget: new DrivenWidget(engine) };
    },
  };
}
