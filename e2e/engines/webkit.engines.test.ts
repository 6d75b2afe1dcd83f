import { mkdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/build/root.js';
import { DESKTOP, type Desktop, startDesktop } from './desktop.js';
import { DrivenWidget } from './driven-widget.js';
import { type Engine, reasonToSkip } from './engine.js';
import { type Site, startSite } from './site.js';
import { startWebKit, WEBKIT } from './webkit.js';

/** WebKitGTK as Debian ships it: no Safari, but its engine. It has no WebGL in workers, and no camera here. With WebGL switched on and a
 * drawn camera two processors are too slow for it: half of the recordings are no clip of five seconds. */

const SHOTS = `${ROOT}test-results/engines`;

const skipped = reasonToSkip([...WEBKIT, ...DESKTOP]);

describe.skipIf(skipped !== null)(`WebKitGTK${skipped === null ? '' : ` (${skipped})`}`, () => {
  let site: Site;
  let desktop: Desktop;
  let open: Engine | undefined;

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    site = await startSite();
    desktop = await startDesktop();
  });
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  afterAll(async () => {
    await desktop?.close();
    await site?.close();
  });

  async function visit() {
    const engine = await startWebKit(desktop.env);
    open = engine;
    await engine.goto(site.url);
    return { engine, widget: new DrivenWidget(engine) };
  }

  it('says that it cannot analyse, as Debian ships it, before anything is asked, and takes a no', async () => {
    const { engine, widget } = await visit();
    console.log(engine.version);
    expect(await widget.until('failed')).toMatchObject({ code: 'env.webgl_unavailable' });
    await engine.screenshot(`${SHOTS}/webkit-failed.png`);
    await widget.press('opt-out');
    await widget.until('opted-out');
  });
});
