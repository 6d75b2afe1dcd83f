import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { command } from '../package-check/command.js';
import { installAlone } from '../package-check/consumer.js';
import { expectServed } from '../package-check/dev-server.js';
import { atOnce, expectGoal, expectGoalAt, type Goal, inFrame, type Way } from '../package-check/walk.js';
import { serveFramedExample } from '../start/framed-example.js';
import { EXAMPLE_ENDPOINT, type Stack } from './stack.js';

export interface Scene {
  /** Where every stack gets a folder of its own. */
  readonly folder: string;
  readonly tarball: string;
  /** The receiver's address. */
  readonly endpoint: string;
}

/** Installs the packed package and the stack's own, writes its files and builds them.
 * @returns the folder.
 * @throws with what a command wrote. */
export async function buildStack(stack: Stack, { folder, tarball, endpoint }: Scene): Promise<string> {
  const app = join(folder, stack.name);
  await mkdir(app, { recursive: true });
  if (stack.example !== undefined) await cp(resolve('examples', stack.example), app, { recursive: true });
  await installAlone(app, tarball, ...stack.packages);
  await writeFiles(app, stack.files ?? {});
  await pointSources(app, endpoint);
  for (const [name = '', ...args] of stack.build) await command(app, name, ...args);
  return app;
}

async function writeFiles(app: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(app, file)), { recursive: true });
    await writeFile(join(app, file), text);
  }
}

/** Puts the receiver's address into whatever names the example's. */
async function pointSources(app: string, endpoint: string): Promise<void> {
  const entries = await readdir(app, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /[.](?:html|js|jsx|tsx|vue|svelte|astro)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'));
  for (const path of paths) {
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll(EXAMPLE_ENDPOINT, endpoint));
  }
}

/** Serves a built stack and goes as far as it promises, in Chromium with a camera that plays a clip.
 * @param onReached - told of `positioning`, and of `done` where it is promised.
 * @throws when it does not get there, with what the browser complained of. */
export async function walkStack(
  stack: Stack,
  app: string,
  { endpoint }: Scene,
  onReached: (reached: Goal) => void,
): Promise<void> {
  const { goal = 'positioning', approach = atOnce, serve, renderedBy } = stack;
  const way = { approach, goal, renderedBy, onReached };
  if (serve.kind === 'server') await expectServed(app, serve.command, way);
  else if (serve.kind === 'folder')
    await expectGoal({ ...serve, folder: join(app, serve.path), endpoint }, way);
  else await walkFramed(app, endpoint, { ...way, approach: inFrame });
}

async function walkFramed(app: string, endpoint: string, way: Way): Promise<void> {
  const example = await serveFramedExample(join(app, 'node_modules/candor/dist'), endpoint);
  try {
    await expectGoalAt(example.shop, way);
  } finally {
    await example.close();
  }
}
