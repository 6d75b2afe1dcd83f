import { type FileHandle, open, readFile } from 'node:fs/promises';

/** Of a process of the same user that this one has started, on Linux alone. */
export const CAN_READ_MEMORY = process.platform === 'linux';

const CHUNK_BYTES = 16 * 1024 * 1024;
const PAGE_BYTES = 4_096;

interface Mapping {
  readonly from: number;
  readonly bytes: number;
}

/** What may hold data in a process, as the system lists it: everything that it can write and that is in memory. */
async function writableMappings(pid: number): Promise<readonly Mapping[]> {
  const listed = await readFile(`/proc/${pid}/smaps`, 'latin1');
  const found: Mapping[] = [];
  for (const [, from = '', to = '', flags = '', rest = ''] of listed.matchAll(
    /^([0-9a-f]+)-([0-9a-f]+) (\S+) .*\n((?:[A-Z].*\n)*)/gm,
  )) {
    const residentKb = Number(/^Rss:\s+(\d+)/m.exec(rest)?.[1] ?? 0);
    const start = Number.parseInt(from, 16);
    if (flags.startsWith('rw') && residentKb > 0)
      found.push({ from: start, bytes: Number.parseInt(to, 16) - start });
  }
  return found;
}

/** Pieces of it of 16 MB, each with the end of the one before, so that nothing short is cut in two. Pages that were never written are left
 * out: an engine reserves gigabytes of them. */
async function* pieces(pid: number, overlap: number): AsyncGenerator<Buffer> {
  const [memory, pagemap] = await Promise.all([open(`/proc/${pid}/mem`), open(`/proc/${pid}/pagemap`)]);
  try {
    for (const mapping of await writableMappings(pid)) {
      let end = Buffer.alloc(0);
      for (const { from, bytes } of await present(pagemap, mapping)) {
        const piece = Buffer.alloc(bytes);
        const { bytesRead } = await memory.read(piece, 0, bytes, from).catch(() => ({ bytesRead: 0 }));
        const whole = Buffer.concat([end, piece.subarray(0, bytesRead)]);
        yield whole;
        end = Buffer.from(whole.subarray(-overlap));
      }
    }
  } finally {
    await Promise.all([memory.close(), pagemap.close()]);
  }
}

/** Runs of pages that are in memory or swapped out: bits 63 and 62 of an entry (Documentation/admin-guide/mm/pagemap.rst). */
async function present(pagemap: FileHandle, { from, bytes }: Mapping): Promise<readonly Mapping[]> {
  const entries = Buffer.alloc((bytes / PAGE_BYTES) * 8);
  await pagemap.read(entries, 0, entries.length, (from / PAGE_BYTES) * 8);
  const runs: Mapping[] = [];
  for (let page = 0; page * 8 < entries.length; page += 1) {
    if (((entries[page * 8 + 7] ?? 0) & 0xc0) === 0) continue;
    const at = from + page * PAGE_BYTES;
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.bytes === at && last.bytes < CHUNK_BYTES)
      runs[runs.length - 1] = { from: last.from, bytes: last.bytes + PAGE_BYTES };
    else runs.push({ from: at, bytes: PAGE_BYTES });
  }
  return runs;
}

/** Names of the needles that lie in a process's memory.
 * @throws where there is nothing to read: finding nothing then would say nothing. */
export async function foundInMemory(
  pid: number,
  needles: ReadonlyMap<string, Buffer>,
): Promise<readonly string[]> {
  const longest = Math.max(...[...needles.values()].map(({ length }) => length));
  const found = new Set<string>();
  let readBytes = 0;
  for await (const piece of pieces(pid, longest - 1)) {
    readBytes += piece.length;
    for (const [name, needle] of needles) if (!found.has(name) && piece.includes(needle)) found.add(name);
  }
  if (readBytes === 0) throw new Error(`nothing of process ${pid} can be read`);
  return [...found].toSorted();
}
