/** The pictures of an MJPEG file: each ends with the marker FF D9. */
export async function readClip(url: string): Promise<readonly Blob[]> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const pictures: Blob[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length - 1; at += 1) {
    if (bytes[at] !== 0xff || bytes[at + 1] !== 0xd9) continue;
    pictures.push(new Blob([bytes.slice(start, at + 2)], { type: 'image/jpeg' }));
    start = at + 2;
  }
  return pictures;
}
