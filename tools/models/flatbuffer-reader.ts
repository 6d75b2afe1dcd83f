import type { ExistingNode } from './flatbuffer-writer.js';

/** Reads one FlatBuffers table (https://flatbuffers.dev/internals/). Fields are numbered as in the schema, from 0. */
export class FlatTable {
  readonly #view: DataView;
  readonly #position: number;

  constructor(view: DataView, position: number) {
    this.#view = view;
    this.#position = position;
  }

  static root(buffer: Uint8Array): FlatTable {
    const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  /** 0 where the field is left out, as FlatBuffers has it. */
  uint32(field: number): number {
    const position = this.#positionOf(field);
    return position === null ? 0 : this.#view.getUint32(position, true);
  }

  /** null where the field is left out. */
  table(field: number): FlatTable | null {
    const position = this.#positionOf(field);
    return position === null ? null : new FlatTable(this.#view, this.#follow(position));
  }

  tables(field: number): readonly FlatTable[] {
    return this.#vector(field, (position) => new FlatTable(this.#view, this.#follow(position)));
  }

  int32s(field: number): readonly number[] {
    return this.#vector(field, (position) => this.#view.getInt32(position, true));
  }

  /** What the field points at, to be pointed at again from a new root; null where the field is left out. */
  existing(field: number): ExistingNode | null {
    return this.table(field)?.asExisting() ?? null;
  }

  /** This table, to be pointed at again from a new root. */
  asExisting(): ExistingNode {
    return { kind: 'existing', position: this.#position };
  }

  #vector<Item>(field: number, read: (position: number) => Item): readonly Item[] {
    const position = this.#positionOf(field);
    if (position === null) return [];
    const start = this.#follow(position);
    const length = this.#view.getUint32(start, true);
    return Array.from({ length }, (_, index) => read(start + 4 + 4 * index));
  }

  #follow(position: number): number {
    return position + this.#view.getUint32(position, true);
  }

  #positionOf(field: number): number | null {
    const vtable = this.#position - this.#view.getInt32(this.#position, true);
    const slot = 4 + 2 * field;
    if (slot >= this.#view.getUint16(vtable, true)) return null;
    const offset = this.#view.getUint16(vtable + slot, true);
    return offset === 0 ? null : this.#position + offset;
  }
}
