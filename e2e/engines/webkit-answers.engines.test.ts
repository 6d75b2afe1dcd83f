import { describe, expect, it } from 'vitest';
import { startDesktop } from './desktop.js';
import { DESKTOP, reasonToSkip, WEBKIT } from './needed.js';
import { useStage } from './visits.js';
import { startWebKit } from './webkit.js';

/** What a seller answers in WebKitGTK before any picture is taken: a part of `npm test`, where the engine is installed. */

const skipped = reasonToSkip([...WEBKIT, ...DESKTOP]);

describe.skipIf(skipped !== null)(`WebKitGTK${skipped === null ? '' : ` (${skipped})`}`, () => {
  const { visit } = useStage(startDesktop, startWebKit);

  it('shows the notice and takes a no', async () => {
    const { widget } = await visit();
    await widget.until('notice');
    await widget.press('opt-out');
    await widget.until('opted-out');
  });

  // It has none here, and says so by the wishes for one that it cannot meet.
  it('says so where there is no camera', async () => {
    const { widget } = await visit();
    await widget.until('notice');
    await widget.press('consent');
    expect(await widget.until('failed')).toMatchObject({ code: 'camera.not_found' });
  });
});
