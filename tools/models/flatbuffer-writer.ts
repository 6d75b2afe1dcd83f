/** Something that lies in the buffer that the new root is put in front of. */
export interface ExistingNode {
  readonly kind: 'existing';
  /** Counted from the start of the old buffer. */
  readonly position: number;
}

/** Something that a FlatBuffers field can point at. */
export type FlatNode =
  | { readonly kind: 'table'; readonly fields: readonly (FlatField | null)[] }
  | { readonly kind: 'nodes'; readonly items: readonly FlatNode[] }
  | { readonly kind: 'int32s'; readonly items: readonly number[] }
  | { readonly kind: 'float32s'; readonly items: readonly number[] }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly text: string }
  | ExistingNode;

export type FlatScalar = { readonly kind: 'uint8' | 'uint32' | 'int32'; readonly value: number };

/** A table's field: a scalar in place, or a node pointed at. */
export type FlatField = FlatScalar | FlatNode;

export const table = (...fields: readonly (FlatField | null)[]): FlatNode => ({ kind: 'table', fields });
export const nodes = (items: readonly FlatNode[]): FlatNode => ({ kind: 'nodes', items });
export const int32s = (items: readonly number[]): FlatNode => ({ kind: 'int32s', items });
export const float32s = (items: readonly number[]): FlatNode => ({ kind: 'float32s', items });
export const text = (value: string): FlatNode => ({ kind: 'text', text: value });
export const bytes = (value: Uint8Array): FlatNode => ({ kind: 'bytes', bytes: value });
export const uint8 = (value: number): FlatScalar => ({ kind: 'uint8', value });
export const uint32 = (value: number): FlatScalar => ({ kind: 'uint32', value });
export const int32 = (value: number): FlatScalar => ({ kind: 'int32', value });

/** Writes a FlatBuffer.
 * @param identifier - four ASCII characters, the format's file identifier.
 * @param old - an existing FlatBuffer that `existing` nodes point into: offsets only point forward, so a new root
 *   in front of the old bytes can use any part of them, and nothing of the old buffer is rewritten. */
export function writeFlatBuffer(
  root: FlatNode,
  identifier: string,
  old: Uint8Array = new Uint8Array(),
): Uint8Array {
  return new FlatWriter().write(root, identifier, old);
}

/** Generous: what is written in front of the largest model is 15 kB. */
const FRONT_CAPACITY_BYTES = 1 << 18;
/** TensorFlow Lite wants its buffers aligned to 16 bytes. */
const BUFFER_ALIGNMENT = 16;

interface Pointer {
  /** Where the offset is written. */
  readonly slot: number;
  readonly target: FlatNode;
}

/** Breadth first, so that every offset points forward. */
class FlatWriter {
  readonly #front = new Uint8Array(FRONT_CAPACITY_BYTES);
  readonly #view = new DataView(this.#front.buffer);
  readonly #pending: Pointer[] = [];
  readonly #intoOld: { readonly slot: number; readonly position: number }[] = [];
  #end = 8;

  write(root: FlatNode, identifier: string, old: Uint8Array): Uint8Array {
    this.#front.set(encodeText(identifier), 4);
    this.#pending.push({ slot: 0, target: root });
    for (let next = this.#pending.shift(); next !== undefined; next = this.#pending.shift())
      this.#place(next);
    if (old.length > 0) this.#align(BUFFER_ALIGNMENT);
    for (const { slot, position } of this.#intoOld)
      this.#view.setUint32(slot, this.#end + position - slot, true);
    const whole = new Uint8Array(this.#end + old.length);
    whole.set(this.#front.subarray(0, this.#end));
    whole.set(old, this.#end);
    return whole;
  }

  #place({ slot, target }: Pointer): void {
    switch (target.kind) {
      case 'table':
        this.#placeTable(slot, target.fields);
        break;
      case 'nodes':
        this.#placeVector(slot, target.items, (position, item) => this.#point(position, item));
        break;
      case 'int32s':
        this.#placeVector(slot, target.items, (position, item) => this.#view.setInt32(position, item, true));
        break;
      case 'float32s':
        this.#placeVector(slot, target.items, (position, item) =>
          this.#view.setFloat32(position, item, true),
        );
        break;
      case 'bytes':
        this.#end = roundUp(this.#end + 4, BUFFER_ALIGNMENT) - 4;
        this.#placeBytes(slot, target.bytes);
        break;
      case 'text':
        this.#align(4);
        this.#placeBytes(slot, encodeText(target.text));
        this.#end += 1; // strings end with a zero
        break;
      case 'existing':
        this.#intoOld.push({ slot, position: target.position });
        break;
      default:
        target satisfies never;
    }
  }

  #placeTable(slot: number, fields: readonly (FlatField | null)[]): void {
    this.#align(2);
    const vtable = this.#end;
    this.#end += 4 + 2 * fields.length;
    this.#align(4);
    const start = this.#end;
    this.#end += 4;
    fields.forEach((field, index) => {
      if (field === null) return;
      this.#view.setUint16(vtable + 4 + 2 * index, this.#end - start, true);
      this.#placeField(field);
    });
    this.#view.setUint16(vtable, 4 + 2 * fields.length, true);
    this.#view.setUint16(vtable + 2, this.#end - start, true);
    this.#view.setInt32(start, start - vtable, true);
    this.#view.setUint32(slot, start - slot, true);
  }

  /** Every field takes four bytes, so that all are aligned. */
  #placeField(field: FlatField): void {
    const position = this.#end;
    this.#end += 4;
    switch (field.kind) {
      case 'uint8':
        this.#view.setUint8(position, field.value);
        break;
      case 'uint32':
        this.#view.setUint32(position, field.value, true);
        break;
      case 'int32':
        this.#view.setInt32(position, field.value, true);
        break;
      default:
        this.#point(position, field);
    }
  }

  #placeVector<Item>(
    slot: number,
    items: readonly Item[],
    put: (position: number, item: Item) => void,
  ): void {
    this.#align(4);
    this.#view.setUint32(slot, this.#end - slot, true);
    this.#view.setUint32(this.#end, items.length, true);
    items.forEach((item, index) => {
      put(this.#end + 4 + 4 * index, item);
    });
    this.#end += 4 + 4 * items.length;
  }

  #placeBytes(slot: number, content: Uint8Array): void {
    this.#view.setUint32(slot, this.#end - slot, true);
    this.#view.setUint32(this.#end, content.length, true);
    this.#front.set(content, this.#end + 4);
    this.#end += 4 + content.length;
  }

  #point(slot: number, target: FlatNode): void {
    this.#pending.push({ slot, target });
  }

  #align(boundary: number): void {
    this.#end = roundUp(this.#end, boundary);
  }
}

function roundUp(position: number, boundary: number): number {
  return Math.ceil(position / boundary) * boundary;
}

function encodeText(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
