// PGlite in a thread of its own (pglite-thread.ts). Plain JavaScript, because a thread is started from a file, in the
// sources as in what is built of them.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

const asItCame = (/** @type {string} */ text) => text;

const { location, image, index } = workerData;
const opening = open();

async function open() {
  const beginning = image === null ? {} : { loadDataDir: image };
  if (index !== 'pgvector') return PGlite.create(location, beginning);
  const { vector } = await import('@electric-sql/pglite-pgvector');
  return PGlite.create(location, { ...beginning, extensions: { vector } });
}

/** Answers are sent as `{ id, result }` or `{ id, failure }`: a clone of an Error would lose its code. */
parentPort.on('message', async ({ id, kind, sql, params, rowMode, unparsed }) => {
  try {
    const result = await answer({ kind, sql, params, rowMode, unparsed });
    parentPort.postMessage({ id, result });
  } catch (thrown) {
    const { message, code, detail } = Object(thrown);
    parentPort.postMessage({ id, failure: { message: String(message ?? thrown), code, detail } });
  }
  if (kind === 'close') parentPort.close();
});

async function answer({ kind, sql, params, rowMode, unparsed }) {
  const database = await opening;
  if (kind === 'close') {
    await database.close();
    return null;
  }
  const parsers = Object.fromEntries(unparsed.map((type) => [type, asItCame]));
  const { rows, fields, affectedRows } = await database.query(sql, params, { rowMode, parsers });
  return { rows, fields, affectedRows };
}
