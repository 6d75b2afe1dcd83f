import { describe, expect, it } from 'vitest';
import { encodeFrame } from './frames.fixture.js';
import { type Frame, FrameReader, NO_SESSION, PROTOCOL_VERSION } from './frames.js';

const frameOf = (sequence: number, payload: readonly number[]): Frame => ({
  version: PROTOCOL_VERSION,
  sequence,
  kind: 'words',
  session: '0123456789abcdef'.repeat(2),
  round: 7,
  payload: Uint8Array.from(payload),
});
const FRAMES = [frameOf(0, [1, 2, 3]), frameOf(1, []), frameOf(2, Array<number>(200).fill(9))];

describe('frames', () => {
  it.each([1, 2, 7, 31, 32, 33, 1_000])(
    'come out as they went in, however they are cut: %i bytes',
    (size) => {
      const stream = Buffer.concat(FRAMES.map(encodeFrame));
      const reader = new FrameReader();
      const read: Frame[] = [];
      for (let at = 0; at < stream.length; at += size)
        read.push(...reader.read(stream.subarray(at, at + size)));
      expect(read).toEqual(FRAMES);
    },
  );

  it('come out whole where they are long, and take no memory before they have come', () => {
    const long = { ...frameOf(0, []), payload: Uint8Array.from({ length: 5_000_000 }, (_, at) => at) };
    const stream = encodeFrame(long);
    const reader = new FrameReader();
    const before = process.memoryUsage().arrayBuffers;
    expect(reader.read(stream.subarray(0, 100))).toEqual([]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2_000_000);
    const read: Frame[] = [];
    for (let at = 100; at < stream.length; at += 65_536)
      read.push(...reader.read(stream.subarray(at, at + 65_536)));
    expect(read).toHaveLength(1);
    expect(Buffer.compare(read[0]?.payload ?? Buffer.alloc(0), long.payload)).toBe(0);
  });

  it('of another version are refused before their payload is there', () => {
    const bytes = encodeFrame({ ...frameOf(0, [1, 2, 3]), version: PROTOCOL_VERSION + 1 });
    expect(() => new FrameReader().read(bytes.subarray(0, 32))).toThrow(
      expect.objectContaining({ code: 'shares.other_version' }),
    );
  });

  it('of an unknown kind, or too long, are refused', () => {
    const kind = encodeFrame(frameOf(0, []));
    kind[3] = 9;
    const long = encodeFrame({ ...frameOf(0, []), session: NO_SESSION });
    long[28] = 0xff;
    for (const bytes of [kind, long])
      expect(() => new FrameReader().read(bytes)).toThrow(
        expect.objectContaining({ code: 'shares.wrong_frame' }),
      );
  });
});
