import { randomBytes, randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { toBase64Url } from '../../src/core/bytes.js';
import { demoOptions } from '../demo.js';
import { readSeeds, type Seeds, Transforms } from '../keys/matrices.js';
import type { SecretStore } from '../keys/secret-store.js';
import type { KeySlots } from '../keys/slots.js';
import { OpenedTemplates } from '../matching/opened-templates.js';
import type { MatrixRotation } from '../matching/rotate-matrix.js';
import { SealedTemplates } from '../matching/sealed-templates.js';
import type { IndexedTemplate } from '../matching/template-index.js';
import type { Random } from '../options.js';
import type { Database } from '../store/database.js';
import { templates, verifications } from '../store/schema.js';
import { lockTemplates, logTemplates, type Model } from '../store/template-log.js';

/** Templates as a receiver stores them, without the way there: for tests and benches of an index. A template's holder is the subject of
 * its verification, and their key slots are in memory. */
export class StoredTemplates {
  readonly database: Database;
  readonly transforms: Transforms;
  readonly opened: OpenedTemplates;
  /** For `rotateMatrix`. */
  readonly keys: MatrixRotation['keys'];
  readonly #model: Model;
  readonly #sealed: SealedTemplates;

  constructor(database: Database, model: Model, dim: number) {
    this.database = database;
    this.#model = model;
    const seeds = [new Uint8Array(randomBytes(32))] as const;
    const store = new SecretsInMemory(seeds);
    this.transforms = new Transforms(seeds, dim, () => readSeeds(store));
    const slots = slotsInMemory();
    const storage = new Uint8Array(randomBytes(32));
    this.keys = { store, secrets: { storage }, templateKeys: { slots } };
    this.#sealed = new SealedTemplates({
      slots,
      storageKey: storage,
      transforms: this.transforms,
      random: secureRandom,
    });
    this.opened = new OpenedTemplates({
      model,
      dim,
      sealed: this.#sealed,
      noteLeftOut: (verificationId) => {
        throw new Error(`${verificationId} is damaged`);
      },
      holderOf: ({ subject, verificationId }) => subject ?? verificationId,
    });
  }

  /** @param also - what is done in the same transaction. */
  async store(
    list: readonly IndexedTemplate[],
    also: (transaction: Database) => Promise<void> = async () => {},
  ): Promise<void> {
    const rows = await Promise.all(
      list.map(async ({ verificationId, groups, vector }) => ({
        ...(await this.#sealed.seal({ verificationId, ...this.#model }, vector)),
        groups: groups.slice(),
      })),
    );
    await this.database.transaction(async (transaction) => {
      await lockTemplates(transaction);
      await transaction.insert(verifications).values(list.map(verificationOf));
      await transaction.insert(templates).values(rows);
      await also(transaction);
      const ids = list.map(({ verificationId }) => verificationId);
      await logTemplates(transaction, 'insert', ids, NOW);
    });
  }

  /** @returns how many were there. */
  async erase(verificationIds: readonly string[]): Promise<number> {
    const ids = [...verificationIds];
    return this.database.transaction(async (transaction) => {
      await lockTemplates(transaction);
      const gone = await transaction
        .delete(templates)
        .where(inArray(templates.verificationId, ids))
        .returning({ verificationId: templates.verificationId });
      await logTemplates(
        transaction,
        'remove',
        gone.map(({ verificationId }) => verificationId),
        NOW,
      );
      await transaction.delete(verifications).where(inArray(verifications.verificationId, ids));
      return gone.length;
    });
  }
}

export const secureRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** The matrix alone. */
class SecretsInMemory implements SecretStore {
  #matrix: Uint8Array;

  constructor([seed]: Seeds) {
    this.#matrix = Buffer.from(JSON.stringify({ v: 1, seeds: [toBase64Url(seed)] }));
  }

  placeOf(entry: string): string {
    return entry;
  }

  async read(): Promise<Uint8Array> {
    return this.#matrix;
  }

  async write(_: string, content: Uint8Array): Promise<void> {
    this.#matrix = content;
  }
}

const NOW = new Date('2025-11-22T10:00:00.000Z');

function verificationOf({ verificationId, holder, expiresAtMs }: IndexedTemplate) {
  return {
    verificationId,
    sessionId: randomUUID(),
    bodyHash: 'hash',
    state: 'stored' as const,
    status: 'no_duplicate' as const,
    basis: 'no_hit' as const,
    receivedAt: NOW,
    decidedAt: NOW,
    deleteAfter: new Date(expiresAtMs),
    subject: holder,
    locale: 'en',
    purposeIds: [],
    noticeHash: 'hash',
    consentHash: 'hash',
    liveness: { verdict: 'live' as const, profile: 'standard' as const, checks: [] },
    threshold: demoOptions().threshold,
    test: true,
  };
}

function slotsInMemory(): KeySlots {
  const keys = new Map<string, Uint8Array>();
  return {
    create: async () => {
      const slot = { slotId: randomUUID(), key: new Uint8Array(randomBytes(32)) };
      keys.set(slot.slotId, slot.key.slice());
      return slot;
    },
    read: async (slotIds) =>
      new Map(
        slotIds.flatMap((slotId) => {
          const key = keys.get(slotId);
          return key === undefined ? [] : [[slotId, key.slice()] as const];
        }),
      ),
    destroy: async (slotIds) => {
      for (const slotId of slotIds) keys.delete(slotId);
    },
  };
}
