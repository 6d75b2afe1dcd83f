import { describe, expect, it } from 'vitest';
import { FlatTable } from './flatbuffer-reader.js';
import { bytes, int32s, nodes, table, text, uint8, uint32, writeFlatBuffer } from './flatbuffer-writer.js';

describe('FlatBuffers', () => {
  it('reads back what was written', () => {
    const buffer = writeFlatBuffer(
      table(uint32(7), nodes([table(uint32(1)), table(uint32(2))]), int32s([-1, 2, -3])),
      'TEST',
    );
    const root = FlatTable.root(buffer);
    expect(root.uint32(0)).toBe(7);
    expect(root.tables(1).map((entry) => entry.uint32(0))).toEqual([1, 2]);
    expect(root.int32s(2)).toEqual([-1, 2, -3]);
  });

  it('reads left-out fields as zero, empty or null', () => {
    const root = FlatTable.root(writeFlatBuffer(table(null, uint8(1)), 'TEST'));
    expect(root.uint32(0)).toBe(0);
    expect(root.int32s(0)).toEqual([]);
    expect(root.existing(9)).toBeNull();
  });

  it('puts a new root in front of an old buffer and reaches into it, deep structure included', () => {
    const old = writeFlatBuffer(
      table(text('unused'), nodes([table(nodes([table(int32s([40, 41]))]))])),
      'TEST',
    );
    const [kept] = FlatTable.root(old).tables(1);
    const renewed = writeFlatBuffer(
      table(nodes(kept ? [kept.asExisting(), table(uint32(5))] : [])),
      'TEST',
      old,
    );
    const [first, second] = FlatTable.root(renewed).tables(0);
    expect(first?.tables(0)[0]?.int32s(0)).toEqual([40, 41]);
    expect(second?.uint32(0)).toBe(5);
    expect(renewed.subarray(renewed.length - old.length)).toEqual(old);
  });

  it('aligns byte buffers and the old buffer to 16', () => {
    const content = Uint8Array.of(0xaa, 0xbb, 0xcc);
    const old = writeFlatBuffer(table(uint32(1)), 'TEST');
    const buffer = writeFlatBuffer(table(text('x'), bytes(content)), 'TEST', old);
    expect(buffer.indexOf(0xaa) % 16).toBe(0);
    expect((buffer.length - old.length) % 16).toBe(0);
  });
});
