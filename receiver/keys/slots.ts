/** One key for each template, apart from the templates. Destroying the key is what deletes a template from wherever its
 * ciphertext still lies: the data files, the write-ahead log, a backup. */
export interface KeySlots {
  /** A fresh key, on the disk before this resolves: what is encrypted under it may then be stored. */
  create(): Promise<KeySlot>;
  /** The keys that are still there, by slot id. */
  read(slotIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Overwrites or deletes the keys, and resolves once that is on the disk. A slot that is gone already is no error. */
  destroy(slotIds: readonly string[]): Promise<void>;
}

export interface KeySlot {
  /** Names this key and no later one in the same place. */
  readonly slotId: string;
  /** 32 bytes; the caller wipes them. */
  readonly key: Uint8Array;
}

/** The slots of a deployment, wherever they are. */
export interface StoredSlots extends KeySlots {
  /** Tells these from those of another deployment. */
  readonly slotsId: string;
  /** How many keys there are. */
  count(): Promise<number>;
  /** Destroys the slots that nothing refers to: those of templates that were never stored.
   * @param judge - throws where these are not the slots that `kept` is about; nothing is destroyed then.
   * @returns how many, and which of `kept` are not there. */
  reclaim(kept: ReadonlySet<string>, judge?: (absent: Absent) => void): Promise<Reclaimed>;
  close(): Promise<void>;
}

/** Slots that something refers to and that are not there. */
export interface Absent {
  /** Destroyed here: a deletion that a crash cut short. */
  readonly missing: readonly string[];
  /** Never destroyed here: they are elsewhere, or lost. */
  readonly unknown: readonly string[];
}

export interface Reclaimed extends Absent {
  readonly reclaimed: number;
}
