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

  /** The vectors under the current matrix, by verification id, for the caller to wipe; without those whose slot is gone. */
  open(rows: readonly SealedTemplate[]): Promise<Map<string, Float32Array<ArrayBuffer>>> {
    return this.#decrypted(rows, (row, vector) =>
      this.#sealing.transforms.toCurrent(row.transformId, vector),
    );
  }

  /** As it arrived, for the caller to wipe; null where its slot is gone. */
  async openPlain(row: SealedTemplate): Promise<Float32Array<ArrayBuffer> | null> {
    const { transforms } = this.#sealing;
    const opened = await this.#decrypted([row], ({ transformId }, vector) =>
      transforms.restore(transformId, vector),
    );
    return opened.get(row.verificationId) ?? null;
  }

  async #decrypted(
    rows: readonly SealedTemplate[],
    finish: (row: SealedTemplate, vector: Float32Array) => Float32Array<ArrayBuffer>,
  ): Promise<Map<string, Float32Array<ArrayBuffer>>> {
    const { slots, storageKey, transforms } = this.#sealing;
    if (rows.some(({ transformId }) => !transforms.has(transformId))) await transforms.refresh();
    const keys = await slots.read(rows.map(({ slotId }) => slotId));
    const opened = new Map<string, Float32Array<ArrayBuffer>>();
    for (const row of rows) {
      const slotKey = keys.get(row.slotId);
      if (slotKey === undefined) continue;
      const vector = decryptTemplate({ storageKey, slotKey }, row, row.sealed, row.dim);
      opened.set(row.verificationId, finish(row, vector));
      wipe(vector, slotKey);
    }
    return opened;
  }
}
