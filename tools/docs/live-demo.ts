import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from '../build/bundle.js';
import { ROOT } from '../build/root.js';
import { securityHeaders } from '../start/security-headers.js';

/** The page in the frame of docs/live-demo.md: docs/site/demo, the built element with its files, and a receiver that is in the page. */

const SOURCE = `${ROOT}docs/site/demo`;
const RECEIVER = `${ROOT}src/testing/receiver-double/in-page.ts`;

/** Of dist/, what a page without a bundler needs of the element. */
function isOfElement(file: string): boolean {
  return file === 'style.css' || /^element(?:-.+)?[.]js$/.test(file);
}

/** What a static host cannot say by a header, the page says itself. A `<meta>` cannot say who may hold the page. */
export function withPolicy(html: string): string {
  const policy = securityHeaders([])['Content-Security-Policy'] ?? '';
  const said = policy.replace(/; frame-ancestors [^;]+/, '');
  const meta = `<head>\n    <meta http-equiv="Content-Security-Policy" content="${said}" />`;
  const held = html.replace('<head>', meta);
  if (said === '' || held === html) throw new Error('the page of the live demo got no policy');
  return held;
}

async function copyElement(folder: string): Promise<void> {
  const dist = `${ROOT}dist`;
  const files = (await readdir(dist)).filter(isOfElement);
  for (const file of files) await cp(join(dist, file), join(folder, file));
  await cp(`${dist}/assets`, join(folder, 'assets'), { recursive: true });
}

/** @param folder - made anew. The library must be built.
 * @throws where a file of it is missing. */
export async function buildLiveDemo(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(SOURCE, folder, { recursive: true });
  const page = join(folder, 'index.html');
  await writeFile(page, withPolicy(await readFile(page, 'utf8')));
  await copyElement(join(folder, 'candor'));
  for (const file of ['LICENSE', 'THIRD-PARTY-NOTICES.md']) await cp(`${ROOT}${file}`, join(folder, file));
  await bundle(
    { input: RECEIVER, platform: 'browser' },
    { file: join(folder, 'receiver.js'), codeSplitting: false, minify: true },
  );
}
