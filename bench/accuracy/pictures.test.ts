import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPictures } from './pictures.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-pictures-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, content = ''): Promise<void> {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), content);
}

describe('readPictures', () => {
  it('takes a folder a person, with groups where they are given, and names what it does not use', async () => {
    await Promise.all(['ada/1.jpg', 'ada/note.txt', 'bo/1.PNG', 'readme.md'].map((name) => put(name)));
    await put('groups.csv', 'person,group\nada,women\n');
    const { pictures, unused } = await readPictures(folder);
    expect(pictures.map(({ person, group }) => [person, group])).toEqual([
      ['ada', 'women'],
      ['bo', null],
    ]);
    expect(unused.map(({ name }) => name)).toEqual(['ada/note.txt', 'readme.md']);
  });

  it('takes a CSV file, with paths relative to it', async () => {
    await put('list.csv', 'person,picture,group\nada,p/1.jpg,women\nbo,2.jpg\n');
    await Promise.all(['p/1.jpg', '2.jpg'].map((name) => put(name)));
    const { pictures } = await readPictures(join(folder, 'list.csv'));
    expect(pictures).toEqual([
      { person: 'ada', name: 'p/1.jpg', path: join(folder, 'p/1.jpg'), group: 'women' },
      { person: 'bo', name: '2.jpg', path: join(folder, '2.jpg'), group: null },
    ]);
  });

  it.each([
    ['one person', 'ada,1.jpg\n', 'pictures of 1 people'],
    ['a line without a picture', 'ada,1.jpg\nbo\n', 'line 2'],
    ['quotes', '"ada, the first",1.jpg\nbo,2.jpg\n', 'line 1'],
    ['too many columns', 'ada,1.jpg,g,x\nbo,2.jpg\n', 'line 1'],
  ])('refuses a list with %s, and says where', async (_, text, words) => {
    await put('list.csv', text);
    await put('1.jpg');
    await expect(readPictures(join(folder, 'list.csv'))).rejects.toThrow(words);
  });

  it('refuses a list that names a file that is not there', async () => {
    await put('list.csv', 'ada,1.jpg\nbo,gone.jpg\n');
    await put('1.jpg');
    await expect(readPictures(join(folder, 'list.csv'))).rejects.toThrow(
      '1 files that are not there, such as gone.jpg',
    );
  });

  it('refuses groups of other people, and names those whose folder is not there', async () => {
    await Promise.all(['ada/1.jpg', 'bo/1.jpg'].map((name) => put(name)));
    await put('groups.csv', 'person,group\ncleo,women\n');
    await expect(readPictures(folder)).rejects.toThrow(
      'groups.csv names nobody whose folder is here, such as cleo',
    );
    await put('groups.csv', 'person,group\nada,women\ncleo,women\n');
    expect((await readPictures(folder)).unused).toEqual([
      { name: 'groups.csv: cleo', why: 'no such folder' },
    ]);
  });

  it('refuses a folder whose name would break the files of scores', async () => {
    await Promise.all(['ada, the first/1.jpg', 'bo/1.jpg'].map((name) => put(name)));
    await expect(readPictures(folder)).rejects.toThrow('ada, the first/1.jpg: a name cannot hold commas');
  });

  it('refuses a folder of one person, and one that is not there', async () => {
    await put('ada/1.jpg');
    await expect(readPictures(folder)).rejects.toThrow('pictures of 1 people; two are needed');
    await expect(readPictures(join(folder, 'nowhere'))).rejects.toThrow('nowhere');
  });
});
