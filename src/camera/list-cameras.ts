import { withTimeout } from '../core/abort.js';
import type { CameraChoice } from '../core/capture.js';
import type { CameraDevices, CameraEnvironment } from './environment.js';

const LIST_TIMEOUT_MS = 3_000;

/** What a page's wrapper, or a web view, may answer in the list's place: nothing, or entries that are none. */
type Listed = Partial<MediaDeviceInfo> | null | undefined;

async function listDevices(mediaDevices: CameraDevices, signal: AbortSignal): Promise<readonly Listed[]> {
  try {
    const listed: unknown = await withTimeout(LIST_TIMEOUT_MS, 'camera.no_answer', signal, () =>
      mediaDevices.enumerateDevices(),
    );
    return Array.isArray(listed) ? listed : [];
  } catch {
    return [];
  }
}

/** The cameras that the seller may switch to, each once, those without a name with an empty one. Only after permission: before it,
 * the browser gives neither ids nor labels. Virtual cameras are listed like any other (requirement B-18). A list that cannot be had
 * is empty: the picker is a convenience and no reason to fail. */
export async function listCameras(
  { mediaDevices }: Pick<CameraEnvironment, 'mediaDevices'>,
  signal: AbortSignal,
): Promise<readonly CameraChoice[]> {
  if (mediaDevices === undefined) return [];
  const labels = new Map<string, string>();
  for (const device of await listDevices(mediaDevices, signal)) {
    if (device?.kind !== 'videoinput' || !device.deviceId || labels.has(device.deviceId)) continue;
    labels.set(device.deviceId, device.label ?? '');
  }
  return Array.from(labels, ([deviceId, label]) => ({ deviceId, label }));
}

/** A dock that is plugged in, or a driver that starts anew, is told of many times. The list is looked at once for all that comes within
 * this time, ms. */
const CHANGES_MS = 250;

/** Calls back when cameras have come or gone, until the signal aborts; never, where the page has put something in the place of
 * `mediaDevices` that is no target of events (`Object.create(mediaDevices)` throws "Illegal invocation"). */
export function onDevicesChanged(
  { mediaDevices }: Pick<CameraEnvironment, 'mediaDevices'>,
  listener: () => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const told = (): void => {
    timer = undefined;
    listener();
  };
  const tell = (): void => {
    timer ??= setTimeout(told, CHANGES_MS);
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  try {
    mediaDevices?.addEventListener?.('devicechange', tell, { signal });
  } catch {
    // The list stays as it is: the picker is a convenience and no reason to fail.
  }
}
