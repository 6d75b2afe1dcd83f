import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/build/root.js';
import { CLIPS, READY } from '../support/clips.js';
import { startDesktop } from './desktop.js';
import { drawCamera } from './drawn-camera.js';
import { startFirefox } from './firefox.js';
import { type Frames, withNumbers, writeFrames } from './marked-clip.js';
import { CAMERA, FIREFOX, reasonToSkip } from './needed.js';
import { useStage } from './visits.js';

/** Firefox with a camera that is a real one to it: what a camera's stream says of its time, no drawn stream shows. */

const SHOTS = `${ROOT}test-results/engines`;
const CAMERA_FROM_PIPEWIRE = {
  'media.navigator.streams.fake': false,
  'media.webrtc.camera.allow-pipewire': true,
  // Asks nobody.
  'media.navigator.permission.disabled': true,
} as const;

const skipped = reasonToSkip([...FIREFOX, ...CAMERA]);

describe.skipIf(skipped !== null)(
  `Firefox, a camera of PipeWire${skipped === null ? '' : ` (${skipped})`}`,
  () => {
    let frames: Frames;
    const { site, visit } = useStage(
      async () => {
        await mkdir(SHOTS, { recursive: true });
        frames = await writeFrames(withNumbers(CLIPS.answering), `${ROOT}.cache/camera-frames`);
        return startDesktop(frames);
      },
      (env) => startFirefox({ preferences: CAMERA_FROM_PIPEWIRE, env }),
    );

    it('goes from the notice to the receipt, live, and withdraws', async () => {
      const { engine, widget } = await visit();
      console.log(engine.version);
      await widget.until('notice');
      await widget.press('consent');
      const shown = await widget.record(READY);
      await engine.screenshot(`${SHOTS}/firefox-review.png`);
      expect(shown.verdict, shown.findings.join(' ')).toBe('live');
      await widget.press('send');
      await widget.until('done');
      await engine.screenshot(`${SHOTS}/firefox-done.png`);
      expect(site().receiver.received()).toBe(1);
      await widget.press('withdraw');
      await widget.until('withdrawn');
      expect(site().receiver.withdrawn()).toBe(1);
    });

    it('lets a person look at what a page draws in place of a camera', async () => {
      const { engine, widget } = await visit();
      await widget.until('notice');
      await drawCamera(engine, frames);
      await widget.press('consent');
      const shown = await widget.record(READY);
      await engine.screenshot(`${SHOTS}/firefox-drawn.png`);
      console.log(JSON.stringify(shown));
      expect(shown.verdict, shown.findings.join(' ')).toBe('inconclusive');
      const failed = shown.findings.map((finding): unknown => JSON.parse(finding));
      expect(failed).toContainEqual(expect.objectContaining({ check: 'injection-native', band: 'fail' }));
      // A miss: Firefox has no class of its own for a canvas' track (docs/injection-signals.md).
      expect(failed).not.toContainEqual(expect.objectContaining({ check: 'injection-class' }));
    });
  },
);
