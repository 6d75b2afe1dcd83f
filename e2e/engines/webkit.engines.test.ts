import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/build/root.js';
import { CLIPS } from '../support/clips.js';
import { startDesktop } from './desktop.js';
import { drawCamera } from './drawn-camera.js';
import { eventually } from './engine.js';
import { type Frames, withNumbers, writeFrames } from './marked-clip.js';
import { DESKTOP, reasonToSkip, WEBKIT } from './needed.js';
import { useStage } from './visits.js';
import { startWebKit } from './webkit.js';

/** WebKitGTK as Debian ships it: no Safari, but its engine. It has no WebGL in workers, and no camera here: a drawn one takes its place. For
 * the recording two processors are too slow: half of what its recorder makes is no clip of five seconds. */

const SHOTS = `${ROOT}test-results/engines`;
const PLACE_MS = 110_000;

const skipped = reasonToSkip([...WEBKIT, ...DESKTOP]);

describe.skipIf(skipped !== null)(`WebKitGTK${skipped === null ? '' : ` (${skipped})`}`, () => {
  let frames: Frames;
  const { visit } = useStage(async () => {
    await mkdir(SHOTS, { recursive: true });
    frames = await writeFrames(withNumbers(CLIPS.answering), `${ROOT}.cache/camera-frames`);
    return startDesktop();
  }, startWebKit);

  it('finds the face, as Debian ships it, and takes a no', async () => {
    const { engine, widget } = await visit();
    console.log(engine.version);
    await widget.until('notice');
    await drawCamera(engine, frames);
    await widget.press('consent');
    const hint = await eventually('the face in its place', PLACE_MS, async () => {
      const shown = await widget.shown();
      if (shown?.state === 'failed') throw new Error(`failed: ${shown.code}`);
      return shown?.hint === 'ready' ? shown.hint : null;
    });
    expect(hint).toBe('ready');
    await engine.screenshot(`${SHOTS}/webkit-positioning.png`);
    await widget.press('opt-out');
    await widget.until('opted-out');
  });
});
