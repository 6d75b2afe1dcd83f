import { readFile } from 'node:fs/promises';
import { type Removal, ShareClient } from '../../shares/node/client.js';
import type { ByOperator } from '../../src/core/record.js';
import { ReceiverOptionError } from '../option-error.js';
import type { CheckedThreeOperators } from './option.js';

/** What this receiver asks the three for. */
export type OperatorsClient = Pick<ShareClient, 'admit' | 'collect' | 'remove' | 'describe'>;
export type Description = Awaited<ReturnType<ShareClient['describe']>>[number];
export type { Removal };

/** An operator's number. */
export type Place = 0 | 1 | 2;
export const PLACES = [0, 1, 2] as const satisfies ByOperator<Place>;

/** @throws {@link ReceiverOptionError} for a file that cannot be read. */
export async function makeClient(three: CheckedThreeOperators): Promise<OperatorsClient> {
  const { operators, timeoutMs } = three;
  const certificate = await read(three, 'certificateFile');
  const key = await read(three, 'keyFile');
  return new ShareClient({ identity: { certificate, key }, operators, timeoutMs });
}

async function read(three: CheckedThreeOperators, name: 'certificateFile' | 'keyFile'): Promise<string> {
  try {
    return await readFile(three[name], 'utf8');
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : 'unknown';
    const reason = `there is no file at this path that can be read (${code})`;
    throw new ReceiverOptionError([{ field: `threeOperators.${name}`, reason }]);
  }
}
