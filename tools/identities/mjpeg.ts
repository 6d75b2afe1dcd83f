/** The pictures of an MJPEG file, in order: whole JPEG files, one after the other. */
export function splitMjpeg(file: Buffer): readonly Buffer[] {
  // End of image, then start of image: inside a JPEG's data 0xFF is always followed by 0x00 or a restart marker.
  const seam = Buffer.from([0xff, 0xd9, 0xff, 0xd8]);
  const pictures: Buffer[] = [];
  let start = 0;
  for (let at = file.indexOf(seam); at !== -1; at = file.indexOf(seam, start)) {
    pictures.push(file.subarray(start, at + 2));
    start = at + 2;
  }
  return [...pictures, file.subarray(start)];
}
