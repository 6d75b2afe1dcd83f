import type { Page } from '@playwright/test';

/** How much the vault holds, whoever's it is. */
export function heldBy(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('candor');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const counts: Record<string, number> = {};
    for (const name of ['outbox', 'sent', 'receipts', 'clips']) {
      counts[name] = await new Promise((resolve) => {
        const request = opened.transaction(name).objectStore(name).count();
        request.onsuccess = () => resolve(request.result);
      });
    }
    opened.close();
    return counts;
  });
}

/** The records of one of the vault's stores, as the browser gives them to any script of the page. */
export function recordsOf<Value>(page: Page, store: string): Promise<Value[]> {
  return page.evaluate(async (name) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('candor');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const records = await new Promise<{ value: unknown }[]>((resolve, reject) => {
      const request = opened.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    opened.close();
    // What a key would say if it could be taken out; what a clip's bytes say as text.
    return Promise.all(
      records.map(async ({ value }) => {
        if (!(value instanceof CryptoKey)) {
          const { ciphertext, ...rest } = value as { ciphertext?: ArrayBuffer };
          return { ...rest, ciphertext: ciphertext && new TextDecoder('latin1').decode(ciphertext) };
        }
        const raw = await crypto.subtle.exportKey('raw', value).catch((thrown: Error) => thrown.name);
        return { extractable: value.extractable, raw: typeof raw === 'string' ? raw : 'taken out' };
      }),
    ) as Promise<Value[]>;
  }, store);
}
