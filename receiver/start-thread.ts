import { Worker } from 'node:worker_threads';

/** Starts the thread of a module. In the package it is a file beside the one that the module ends up in; among the sources
 * TypeScript, which a thread does not read by itself.
 * @param name - of the thread's file, without its ending.
 * @param moduleUrl - of the module beside it. */
export function startThread(name: string, moduleUrl: string, workerData: unknown): Worker {
  if (!moduleUrl.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, moduleUrl), { workerData });
  const file = moduleUrl.replace(/[^/]+$/, `${name}.ts`);
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import('${file}'); })`;
  return new Worker(start, { eval: true, workerData, execArgv: [] });
}
