import { crc32 } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

/** TensorFlow Lite reads the models in place and wants them aligned. */
const ALIGNMENT = 4;
const VERSION_NEEDED = 20;

/** A zip archive whose entries are stored, not compressed, each starting at a multiple of 4 (APPNOTE.TXT 4.3).
 * No dates, so the same entries give the same bytes. */
export function zipStored(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const fileName = Buffer.from(name);
    const checksum = crc32(content);
    const padding = -(offset + 30 + fileName.length) & (ALIGNMENT - 1);
    const part = [
      localHeader(fileName, content, checksum, padding),
      fileName,
      Buffer.alloc(padding),
      Buffer.from(content),
    ];
    directory.push(centralHeader(fileName, content, checksum, offset), fileName);
    parts.push(...part);
    offset += part.reduce((sum, { length }) => sum + length, 0);
  }
  return Buffer.concat([
    ...parts,
    ...directory,
    endOfDirectory(entries.length, Buffer.concat(directory).length, offset),
  ]);
}

function localHeader(fileName: Buffer, content: Uint8Array, checksum: number, padding: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION_NEEDED, 4);
  header.writeUInt32LE(checksum, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(fileName.length, 26);
  header.writeUInt16LE(padding, 28);
  return header;
}

function centralHeader(fileName: Buffer, content: Uint8Array, checksum: number, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION_NEEDED, 4);
  header.writeUInt16LE(VERSION_NEEDED, 6);
  header.writeUInt32LE(checksum, 16);
  header.writeUInt32LE(content.length, 20);
  header.writeUInt32LE(content.length, 24);
  header.writeUInt16LE(fileName.length, 28);
  header.writeUInt32LE(offset, 42);
  return header;
}

function endOfDirectory(count: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
