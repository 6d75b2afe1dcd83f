/** A camera that stands upright, as in a phone or on a turned stand. Asked for 640 × 480, a browser cuts a square or a wide strip
 * out of its picture; where the camera turns with the device, the browser turns the wish with it, so that what is asked goes by
 * what the camera says it can give, and not by how the screen is held. */

const UPRIGHT: MediaTrackConstraints = {
  width: { ideal: 480 },
  height: { ideal: 640 },
  frameRate: { ideal: 30 },
};

type Track = Pick<MediaStreamTrack, 'getSettings' | 'applyConstraints'> & {
  /** Firefox has it late. */
  readonly getCapabilities?: MediaStreamTrack['getCapabilities'];
};

/** Whether an upright camera's picture is wider than what {@link UPRIGHT} wishes for. */
function isCropped(track: Track): boolean {
  const { width = 0, height = 0 } = track.getSettings();
  const { width: widths, height: heights } = track.getCapabilities?.() ?? {};
  return 4 * width > 3 * height && (heights?.max ?? 0) > (widths?.max ?? 0);
}

async function uncrop(track: Track): Promise<void> {
  // Refused, it is the picture that there was.
  if (isCropped(track)) await track.applyConstraints(UPRIGHT).catch(() => {});
}

/** Asks for the whole of an upright picture, now and whenever the device is turned, until the signal aborts. */
export function keepUncropped(track: Track, signal: AbortSignal): void {
  void uncrop(track);
  // Absent in older Safari.
  const orientation: ScreenOrientation | undefined = globalThis.screen?.orientation;
  orientation?.addEventListener?.('change', () => void uncrop(track), { signal });
}
