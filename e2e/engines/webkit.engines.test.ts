import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/build/root.js';
import { DESKTOP, type Desktop, startDesktop } from './desktop.js';
import { DrivenWidget } from './driven-widget.js';
import { type Engine, reasonToSkip } from './engine.js';
import { type Site, startSite } from './site.js';
import { startWebKit, WEBKIT } from './webkit.js';

/** WebKitGTK as Debian ships it: no Safari, but its engine. It has no WebGL in workers, and no camera here. */

const SHOTS = `${ROOT}test-results/engines`;

const skipped = reasonToSkip([...WEBKIT, ...DESKTOP]);

describe.skipIf(skipped !== null)(`WebKitGTK${skipped === null ? '' : ` (${skipped})`}`, () => {
  let site: Site;
  let desktop: Desktop;
  let engine: Engine;
  let widget: DrivenWidget;

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    site = await startSite();
    desktop = await startDesktop();
    engine = await startWebKit(desktop.env);
    widget = new DrivenWidget(engine);
    console.log(engine.version);
  });
  afterAll(async () => {
    await engine?.close();
    await desktop?.close();
    await site?.close();
  });

  it('shows the notice, and takes a no', async () => {
    await engine.goto(site.url);
    const first = await widget.until('notice', 'failed');
    await engine.screenshot(`${SHOTS}/webkit-first.png`);
    expect(['notice', 'env.webgl_unavailable']).toContain(first.code ?? first.state);
    await widget.press('opt-out');
    await widget.until('opted-out');
  });
});
