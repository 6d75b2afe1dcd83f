import { isAbsolute } from 'node:path';

/** What {@link fakeCameraArgs} makes of a browser. */
export interface FakeCameraOptions {
  /** The file that the camera plays: `.mjpeg` or `.y4m`. Its path is also the camera's label. */
  readonly clipPath: string;
  /** Answer the permission prompt with yes. Default true. */
  readonly grantCamera?: boolean;
}

/** Launch arguments for a Chromium whose camera plays a file. WebGL2, by which a browser that changes
 * what is read from its canvas is read, headless Chromium has without a GPU only through SwiftShader.
 * @throws TypeError for a relative path: Chromium would look for it in its own working directory.
 * @example
 * import { chromium } from '@playwright/test';
 * const clipPath = await writeClip(neutralOnly(IDENTITIES.ada));
 * const browser = await chromium.launch({ args: fakeCameraArgs({ clipPath }) }); */
export function fakeCameraArgs(options: FakeCameraOptions): string[] {
  if (!isAbsolute(options.clipPath)) throw new TypeError(`clipPath must be absolute: ${options.clipPath}`);
  const prompt = (options.grantCamera ?? true) ? ['--use-fake-ui-for-media-stream'] : [];
  return [
    ...prompt,
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${options.clipPath}`,
    ...SOFTWARE_WEBGL_ARGS,
  ];
}

/** WebGL2 without a GPU. The page itself is then drawn without GL: an emulated GPU that also composed every frame of the
 * preview would take the processor from the analysis.
 * @example
 * import { chromium } from '@playwright/test';
 * const browser = await chromium.launch({ args: [...SOFTWARE_WEBGL_ARGS] }); */
export const SOFTWARE_WEBGL_ARGS: readonly string[] = [
  '--disable-gpu-compositing',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
