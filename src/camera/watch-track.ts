/** How long a track may be muted before the camera counts as gone, ms: a phone call on iOS mutes it for good. */
export const MUTED_MS = 2_000;
/** The same for one that has not been heard of since it opened, ms: a USB camera, or a phone that serves as one, wakes up slowly.
 * Longer than a camera may deliver nothing, so that whoever waits for a picture is told that none came. */
export const WAKING_MS = 8_000;
/** The browser fires no `ended` when a script stops the track, nor for what happened before a listener was there
 * (requirement B-06), so the state is looked at as well. */
const LOOK_EVERY_MS = 250;

/** Resolves when the track ends or stays muted. Never settles once `signal` aborts. */
export function trackLost(track: MediaStreamTrack, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let mutedLooks = 0;
    let patienceMs = WAKING_MS;
    const look = (): void => {
      mutedLooks = track.muted ? mutedLooks + 1 : 0;
      if (!track.muted) patienceMs = MUTED_MS;
      if (track.readyState !== 'ended' && mutedLooks * LOOK_EVERY_MS < patienceMs) return;
      clearInterval(timer);
      if (!signal.aborted) resolve();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    track.addEventListener('ended', look, { signal });
    look();
  });
}
