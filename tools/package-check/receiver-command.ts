import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { run } from './command.js';
import { installAlone, linkNeighbours } from './consumer.js';

/** Without DATABASE_URL. */
const NEEDED = ['hono', '@hono/node-server', 'drizzle-orm', '@electric-sql/pglite'];

/** `npx candor-receiver` in a folder into which nothing but the tarball was installed: it helps, and it says what is
 * missing in one line that names the command.
 * @throws when it does not. */
export async function expectInstallLine(folder: string, tarball: string): Promise<void> {
  await installAlone(folder, tarball);
  const help = await run(folder, 'npx', 'candor-receiver', '--help');
  if (help.status !== 0 || !help.stdout.includes('--allow-origin')) throw new Error(JSON.stringify(help));
  const bare = await run(folder, 'npx', 'candor-receiver', '--port', '0');
  const install = `npm install ${NEEDED.join(' ')}\n`;
  const lines = bare.stderr.trimEnd().split('\n');
  if (bare.status !== 1 || lines.length !== 1 || !bare.stderr.endsWith(install))
    throw new Error(JSON.stringify(bare));
}

/** The same folder, once those packages are there: it starts, answers, and stops when it is told to.
 * @throws when it does not. */
export async function expectReceiver(folder: string): Promise<void> {
  await linkNeighbours(folder, NEEDED);
  // Not through npx, which would get the signal in its place.
  const args = ['node_modules/candor/dist/receiver/bin.js', '--port', '0', '--data', 'receiver-data'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  try {
    const [line]: string[] = await once(createInterface(child.stdout), 'line');
    const url = /^Receiver: (http:.+)$/.exec(line ?? '')?.[1];
    const answer = await fetch(`${url}/.well-known/candor`);
    if (!answer.ok) throw new Error(`discovery answers ${answer.status}`);
  } finally {
    child.kill('SIGTERM');
  }
  const [status] = await ended;
  if (status !== 0) throw new Error(`SIGTERM ended it with ${status}`);
}
