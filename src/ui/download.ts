/** How long the browser gets to take over a download before its address is given back, ms. */
const TAKEOVER_MS = 10_000;

/** Hands the person a file. */
export function downloadBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEOVER_MS);
}

/** Hands the person a JSON file. */
export function downloadJson(content: object, name: string): void {
  const json = `${JSON.stringify(content, null, 2)}\n`;
  downloadBlob(new Blob([json], { type: 'application/json' }), name);
}
