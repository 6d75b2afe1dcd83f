/** What the name of a camera tells. The names are those that the programs give their own devices; whoever renames the
 * device passes (requirement I-03). */

/** Programs whose camera shows whatever they are given. */
const VIRTUAL_CAMERAS: readonly RegExp[] = [
  /\bvirtu(?:al\b|el)|虚拟|虛擬|仮想|가상/i,
  /\bobs\b/i, // and not OBSBOT, which makes cameras
  /\bvcam\b/i,
  /manycam|splitcam|sparkocam|altercam|camtwist|webcamoid|akvcam/i,
  /v4l2 ?loopback|dummy video device/i,
  /snap ?camera|xsplit|chromacam|youcam|mmhmm|nvidia broadcast/i,
  /droidcam|iriun|epoccam|\bivcam\b|e2esoft/i,
  /deepfacelive|avatarify|facerig|animaze|vtube/i,
  /\bndi\b|newtek|\bspout\b|unity video capture|screen[- ]capture/i,
  /fake[_ ]device/i,
];

/** A file that Chromium plays as a camera. A Linux device without a name is called by its own path. */
const FILE = /^(?:file:|\/(?!dev\/video\d+$)|[a-z]:[\\/]|\\\\)|\.(?:mjpe?g|y4m|mp4|webm|mkv|avi|mov)$/i;
/** What Chromium calls the track of a generator (a UUID), of a canvas (base64), and of a shared screen. */
const SCRIPT_MADE: readonly RegExp[] = [
  /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i,
  /^[A-Za-z0-9+/]{40,}={0,2}$/,
  /^(?:screen|window|web-contents-media-stream):/i,
];

/** @param label - of the track, as the browser has it; not empty. */
export function isSuspiciousLabel(label: string): boolean {
  const name = label.trim();
  return [...VIRTUAL_CAMERAS, FILE, ...SCRIPT_MADE].some((pattern) => pattern.test(name));
}
