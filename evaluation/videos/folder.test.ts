import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readClipsFolder } from './folder.js';

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'candor-clips-'));
  folders.push(root);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
  return root;
}

it('sorts videos into genuine ones and species, each with what was asked in it', async () => {
  const root = await folderWith({
    'genuine/a.webm': '',
    'genuine/a.challenge': 'turn-left@1100,open-mouth@3000\n',
    'genuine/b.mp4': '',
    'attack-matte-print/1.webm': '',
  });
  const { sets, unused } = await readClipsFolder(root);
  expect(unused).toEqual([]);
  expect(sets.map(({ species, videos }) => [species, videos.map(({ name }) => name)])).toEqual([
    ['matte-print', ['attack-matte-print/1.webm']],
    [null, ['genuine/a.webm', 'genuine/b.mp4']],
  ]);
  expect(sets[1]?.videos.map(({ challenge }) => challenge?.steps.length ?? null)).toEqual([2, null]);
});

it('names what it does not use, and empty folders', async () => {
  const root = await folderWith({ 'genuine/.keep': '', 'notes.txt': '', 'attack-/x.webm': '' });
  const { unused } = await readClipsFolder(root);
  expect(unused.map(({ name }) => name)).toEqual(['attack-', 'notes.txt', 'genuine/']);
});

it.each([
  ['a folder without sets', { 'other/x.webm': '' }, /neither genuine/],
  ['a challenge that is none', { 'genuine/a.webm': '', 'genuine/a.challenge': 'dance@1' }, /dance@1/],
])('refuses %s', async (_, files, message) => {
  await expect(readClipsFolder(await folderWith(files))).rejects.toThrow(message);
});

it('refuses a folder that is not there', async () => {
  await expect(readClipsFolder('/nowhere/at/all')).rejects.toThrow(/ENOENT/);
});
