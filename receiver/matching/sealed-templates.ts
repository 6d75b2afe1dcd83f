import { wipe } from '../../src/core/bytes.js';
import type { Transforms } from '../keys/matrices.js';
import type { KeySlots } from '../keys/slots.js';
import type { Random } from '../options.js';
import { decryptTemplate, encryptTemplate, type TemplateBinding } from './template-cipher.js';

/** A template as the database holds it. */
export interface SealedTemplate extends TemplateBinding {
  readonly dim: number;
  readonly sealed: Uint8Array;
}

export type TemplateName = Pick<TemplateBinding, 'verificationId' | 'modelId' | 'modelSha256'>;

export interface TemplateSealing {
  readonly slots: KeySlots;
  readonly storageKey: Uint8Array;
  readonly transforms: Transforms;
  readonly random: Random;
}

/** Told of each template that its own key does not open: it was altered, or its key or its matrix is another's. */
export type NoteUnopened = (verificationId: string) => void;

/** Between a vector and what is stored of it. */
export class SealedTemplates {
  readonly #sealing: TemplateSealing;

  constructor(sealing: TemplateSealing) {
    this.#sealing = sealing;
  }

  /** Takes a fresh slot and encrypts under it. The slot is on the disk when this resolves; it is the caller's to destroy where
   * the template is not stored after all.
   * @param vector - under the current matrix; the caller's to wipe.
   * @returns it under the newest. */
  async seal(
    { verificationId, modelId, modelSha256 }: TemplateName,
    vector: Float32Array,
  ): Promise<SealedTemplate> {
    const { slots, storageKey, transforms, random } = this.#sealing;
    const { slotId, key: slotKey } = await slots.create();
    const { transformId } = transforms.newest;
    const turned = transforms.toNewest(vector);
    const binding = { verificationId, modelId, modelSha256, transformId, slotId };
    const sealed = encryptTemplate({ storageKey, slotKey }, binding, turned, random);
    wipe(slotKey, turned);
    return { ...binding, dim: vector.length, sealed };
  }

  /** Reads which matrices there are, after another process has made one. */
  refreshMatrices(): Promise<void> {
    return this.#sealing.transforms.refresh();
  }

  /** Whether what goes under this matrix may still be stored. */
  isNewest(transformId: string): boolean {
    return this.#sealing.transforms.newest.transformId === transformId;
  }

  /** The vectors under the current matrix, by verification id, for the caller to wipe; without those whose slot is gone, and those
   * that do not open. */
  open(
    rows: readonly SealedTemplate[],
    noteUnopened: NoteUnopened,
  ): Promise<Map<string, Float32Array<ArrayBuffer>>> {
    const { transforms } = this.#sealing;
    return this.#decrypted(
      rows,
      (row, vector) => transforms.toCurrent(row.transformId, vector),
      noteUnopened,
    );
  }

  /** As it arrived but for its length, for the caller to wipe; null where its slot is gone.
   * @throws Error when it does not open. */
  async openPlain(row: SealedTemplate): Promise<Float32Array<ArrayBuffer> | null> {
    const { transforms } = this.#sealing;
    const opened = await this.#decrypted(
      [row],
      ({ transformId }, vector) => transforms.restore(transformId, vector),
      () => {
        throw new Error('the template does not open');
      },
    );
    return opened.get(row.verificationId) ?? null;
  }

  async #decrypted(
    rows: readonly SealedTemplate[],
    finish: (row: SealedTemplate, vector: Float32Array) => Float32Array<ArrayBuffer>,
    noteUnopened: NoteUnopened,
  ): Promise<Map<string, Float32Array<ArrayBuffer>>> {
    const { slots, transforms } = this.#sealing;
    if (rows.some(({ transformId }) => !transforms.has(transformId))) await transforms.refresh();
    const keys = await slots.read(rows.map(({ slotId }) => slotId));
    const opened = new Map<string, Float32Array<ArrayBuffer>>();
    for (const row of rows) {
      const slotKey = keys.get(row.slotId);
      if (slotKey === undefined) continue;
      const vector = this.#decryptedOne(row, slotKey, finish);
      wipe(slotKey);
      if (vector === null) noteUnopened(row.verificationId);
      else opened.set(row.verificationId, vector);
    }
    return opened;
  }

  /** Null where it does not open: whoever reads many goes on with the others. */
  #decryptedOne(
    row: SealedTemplate,
    slotKey: Uint8Array,
    finish: (row: SealedTemplate, vector: Float32Array) => Float32Array<ArrayBuffer>,
  ): Float32Array<ArrayBuffer> | null {
    const { storageKey } = this.#sealing;
    let vector: Float32Array<ArrayBuffer> | null = null;
    try {
      vector = decryptTemplate({ storageKey, slotKey }, row, row.sealed, row.dim);
      return finish(row, vector);
    } catch {
      return null;
    } finally {
      if (vector !== null) wipe(vector);
    }
  }
}
