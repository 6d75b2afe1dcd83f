import { describe, expect, it } from 'vitest';
import { startDesktop } from './desktop.js';
import { startFirefox } from './firefox.js';
import { DESKTOP, FIREFOX, reasonToSkip } from './needed.js';
import { useStage } from './visits.js';

/** What a seller answers in Firefox before any picture is taken: a part of `npm test`, where the engine is installed. */

/** Firefox's own camera for tests, which nobody gets to use. */
const CAMERA_DENIED = { 'media.navigator.streams.fake': true, 'permissions.default.camera': 2 } as const;

const skipped = reasonToSkip([...FIREFOX, ...DESKTOP]);

describe.skipIf(skipped !== null)(`Firefox${skipped === null ? '' : ` (${skipped})`}`, () => {
  const { visit } = useStage(startDesktop, (env) => startFirefox({ preferences: CAMERA_DENIED, env }));

  it('takes a no without asking for the camera', async () => {
    const { engine, widget } = await visit();
    await widget.until('notice');
    await engine.evaluate(`
      window.asked = 0;
      const ask = navigator.mediaDevices.getUserMedia;
      navigator.mediaDevices.getUserMedia = function (...args) {
        window.asked += 1;
        return ask.apply(this, args);
      };`);
    await widget.press('opt-out');
    await widget.until('opted-out');
    expect(await engine.evaluate('return window.asked;')).toBe(0);
  });

  it('says so where the camera is denied', async () => {
    const { widget } = await visit();
    await widget.until('notice');
    await widget.press('consent');
    expect(await widget.until('failed')).toMatchObject({ code: 'camera.permission_denied' });
  });
});
