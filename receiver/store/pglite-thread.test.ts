import type { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { PgliteThread } from './pglite-thread.js';

it('a transaction whose thread dies writes nothing of its rest in the next one', {
  timeout: 60_000,
}, async () => {
  let newest: Worker | undefined;
  const note = (worker: Worker): void => {
    newest = worker;
  };
  process.on('worker', note);
  onTestFinished(() => void process.off('worker', note));
  const thread = new PgliteThread('memory://', { image: null, index: 'exact' });
  onTestFinished(() => thread.close());
  const cut = thread.transaction(async ({ query }) => {
    await query('select 1');
    await newest?.terminate();
    await query('create table rest (mark text)').catch(() => {});
    await query('select 1');
  });
  await expect(cut).rejects.toMatchObject({ code: 'storage.unavailable' });
  const { rows } = await thread.query("select to_regclass('rest') as rest");
  expect(rows).toEqual([{ rest: null }]);
});
