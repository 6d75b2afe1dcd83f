import { describe, expect, it } from 'vitest';
import { fakeCameraArgs } from './chromium.js';

describe('fakeCameraArgs', () => {
  it('plays the file and grants the camera', () => {
    const args = fakeCameraArgs({ clipPath: '/clips/a.mjpeg' });
    expect(args).toContain('--use-file-for-fake-video-capture=/clips/a.mjpeg');
    expect(args).toContain('--use-fake-ui-for-media-stream');
  });

  it('leaves the permission prompt alone when asked', () => {
    const args = fakeCameraArgs({ clipPath: '/clips/a.mjpeg', grantCamera: false });
    expect(args).not.toContain('--use-fake-ui-for-media-stream');
  });

  it('refuses a relative path, which Chromium would look for elsewhere', () => {
    expect(() => fakeCameraArgs({ clipPath: 'a.mjpeg' })).toThrow(TypeError);
  });
});
