/** Which browser tests may share the processors. In `npm test` each list is a suite of its own. */

/** No camera plays in these (but where they are `@slow`): two at a time. */
export const STILL_SPECS = [
  'gallery.spec.ts',
  'host-callbacks.spec.ts',
  'live-demo.spec.ts',
  'notice.spec.ts',
  'phone.spec.ts',
  'receiver-down.spec.ts',
  'right-to-left.spec.ts',
  'screens-alone.spec.ts',
  'start.spec.ts',
  'vision/embedding.spec.ts',
  'vision/failures.spec.ts',
  'vision/measures.spec.ts',
  'vision/pixels.spec.ts',
  'vision/policies.spec.ts',
  'vision/texture.spec.ts',
  'vision/without-webgl.spec.ts',
] as const;

/** A camera plays, or something is measured: one at a time. */
export const CAMERA_SPECS = [
  'accessibility.spec.ts',
  'arrival.spec.ts',
  'attacks.spec.ts',
  'benches.spec.ts',
  'camera-says-no.spec.ts',
  'camera/clip.spec.ts',
  'camera/frames.spec.ts',
  'camera/opening.spec.ts',
  'cameras.spec.ts',
  'choices.spec.ts',
  'clock.spec.ts',
  'duplicate.spec.ts',
  'element.spec.ts',
  'embed.spec.ts',
  'focus.spec.ts',
  'forms.spec.ts',
  'frame.spec.ts',
  'gpu-lost.spec.ts',
  'host-css.spec.ts',
  'injection.spec.ts',
  'journey.spec.ts',
  'leaving.spec.ts',
  'left-behind.spec.ts',
  'other-scripts.spec.ts',
  'path.spec.ts',
  'refusals.spec.ts',
  'screens.spec.ts',
  'seller-side.spec.ts',
  'slow-line.spec.ts',
  'slow-phone.spec.ts',
  'speech.spec.ts',
  'unsupported.spec.ts',
] as const;

/** The name of the project in which no camera plays. */
export const STILL = 'still';

/** @throws where a camera would play beside another test. */
export function refuseCameraIn(project: string, tags: readonly string[]): void {
  if (project === STILL && !tags.includes('@slow'))
    throw new Error(
      'a camera plays in this test: its file belongs to CAMERA_SPECS (e2e/support/spec-lists.ts)',
    );
}
