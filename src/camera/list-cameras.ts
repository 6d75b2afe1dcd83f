import { withTimeout } from '../core/abort.js';
import type { CameraChoice } from '../core/capture.js';
import type { CameraEnvironment } from './environment.js';

const LIST_TIMEOUT_MS = 3_000;

/** The cameras that the seller may switch to, each once. Only after permission: before it, the browser gives neither
 * ids nor labels. Virtual cameras are listed like any other (requirement B-18). A list that cannot be had is empty: the
 * picker is a convenience and no reason to fail. */
export async function listCameras(
  { mediaDevices }: Pick<CameraEnvironment, 'mediaDevices'>,
  signal: AbortSignal,
): Promise<readonly CameraChoice[]> {
  if (mediaDevices === undefined) return [];
  const devices = await withTimeout(LIST_TIMEOUT_MS, 'camera.no_answer', signal, () =>
    mediaDevices.enumerateDevices(),
  ).catch(() => []);
  const labels = new Map<string, string>();
  for (const { kind, deviceId, label } of devices) {
    if (kind === 'videoinput' && deviceId !== '' && !labels.has(deviceId)) labels.set(deviceId, label);
  }
  return Array.from(labels, ([deviceId, label], index) => ({ deviceId, label: label || `${index + 1}` }));
}
