import { DrivenWidget } from './driven-widget.js';
import type { Engine } from './engine.js';

export interface Visit {
  readonly engine: Engine;
  readonly widget: DrivenWidget;
}

/** Pages that are open in an engine, each in a browser of its own. */
export class Visits {
  readonly #open: Engine[] = [];

  /** @param start - starts the browser. */
  async to(address: string, start: () => Promise<Engine>): Promise<Visit> {
    const engine = await start();
    this.#open.push(engine);
    await engine.goto(address);
    return { engine, widget: new DrivenWidget(engine) };
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.splice(0).map((engine) => engine.close()));
  }
}
