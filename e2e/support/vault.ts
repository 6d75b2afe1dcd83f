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
