import { mkdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/build/root.js';
import { CLIPS, READY } from '../support/clips.js';
import { DESKTOP, type Desktop, startDesktop } from './desktop.js';
import { drawCamera } from './drawn-camera.js';
import { DrivenWidget } from './driven-widget.js';
import { type Engine, reasonToSkip } from './engine.js';
import { type Frames, withNumbers, writeFrames } from './marked-clip.js';
import { type Site, startSite } from './site.js';
import { startWebKit, WEBKIT } from './webkit.js';

/** WebKitGTK as Debian ships it: no Safari, but its engine. It has no WebGL in workers, and no camera here. */

const SHOTS = `${ROOT}test-results/engines`;

/** It draws, encodes and analyses on the processor alone. */
const FRAMES_PER_SECOND = 15;

const skipped = reasonToSkip([...WEBKIT, ...DESKTOP]);

describe.skipIf(skipped !== null)(`WebKitGTK${skipped === null ? '' : ` (${skipped})`}`, () => {
  let site: Site;
  let desktop: Desktop;
  let frames: Frames;
  let open: Engine | undefined;

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    site = await startSite();
    desktop = await startDesktop();
    frames = await writeFrames(withNumbers(CLIPS.answering), `${ROOT}.cache/camera-frames`);
  });
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  afterAll(async () => {
    await desktop?.close();
    await site?.close();
  });

  async function visit(features: readonly string[] = []) {
    const engine = await startWebKit(desktop.env, features);
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

  it('analyses with WebGL in workers, and lets a person look at what a page draws in place of a camera', async () => {
    const { engine, widget } = await visit(['AllowWebGLInWorkers']);
    await widget.until('notice');
    await drawCamera(engine, frames, FRAMES_PER_SECOND);
    await widget.press('consent');
    const shown = await widget.record(READY);
    await engine.screenshot(`${SHOTS}/webkit-review.png`);
    console.log(JSON.stringify(shown));
    expect(shown.verdict, shown.findings.join(' ')).toBe('inconclusive');
  });
});
