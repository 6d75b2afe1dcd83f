import { holderOf } from '../folder-lock.js';
import { isCopy } from '../keys/folder-mark.js';
import { type KeyPlace, keyPlaceOf } from '../keys/key-place.js';
import { slotsPath } from '../keys/open-slots.js';
import { openIfThere } from '../keys/slot-file.js';
import { SlotRecords } from '../keys/slot-records.js';
import { surveySlots } from '../keys/slot-survey.js';
import type { Absent } from '../keys/slots.js';
import { referredTo } from '../keys/template-keys.js';
import type { ReceiverConfig } from '../options.js';
import type { Database } from '../store/database.js';
import { isPostgres } from '../store/database-url.js';
import { countLifeHolders } from '../store/life-holders.js';
import type { Finding } from './finding.js';

/** The keys of the stored templates in their folder; and whether another receiver works on the database with keys of its own. */
export async function findInSlots(database: Database, config: ReceiverConfig): Promise<readonly Finding[]> {
  const place = keyPlaceOf(config);
  const others = isPostgres(config.databaseUrl) ? await findOthers(database, config, place) : [];
  if (place.kind === 'database') return others;
  const { slotIds } = await referredTo(database);
  if (slotIds.size === 0) return others;
  const copied = place.kind === 'shared_folder' ? await findCopy(database, place.folder) : [];
  return [
    ...others,
    ...copied,
    await findMissing(slotsPath(place.folder), slotIds, isPostgres(config.databaseUrl)),
  ];
}

async function findCopy(database: Database, folder: string): Promise<readonly Finding[]> {
  if ((await countLifeHolders(database, 'all')) === 0 || !(await isCopy(folder, database))) return [];
  const words = `${folder} is a copy of the folder that the receivers which run share (docs/several-receivers.md)`;
  return [{ kind: 'fault', what: 'keys', words }];
}

async function findMissing(path: string, kept: ReadonlySet<string>, isShared: boolean): Promise<Finding> {
  const what = 'keys';
  const absent = await absentFrom(path, kept).catch(() => null);
  if (absent === null) return { kind: 'fault', what, words: `${path} is missing, or cannot be trusted` };
  const { length } = absent.unknown;
  if (length === 0) return { kind: 'ok', what, words: `${path} has those of the ${kept.size} templates` };
  const words = `${path} lacks keys of ${length} of ${kept.size} templates: it is an older copy, or another receiver has a folder of its own`;
  return { kind: isShared ? 'fault' : 'warning', what, words };
}

async function absentFrom(path: string, kept: ReadonlySet<string>): Promise<Absent | null> {
  const file = await openIfThere(path, 'r');
  if (file === null) return null;
  try {
    return await surveySlots(await SlotRecords.of(file, path), file, kept);
  } finally {
    await file.close();
  }
}

/** What a running receiver holds for life: alone where its keys are its own, else shared. */
async function findOthers(
  database: Database,
  { dataDir }: ReceiverConfig,
  { kind }: KeyPlace,
): Promise<readonly Finding[]> {
  const isOurs = kind === 'own_folder' && (await holderOf(dataDir)) !== null;
  const others = await countLifeHolders(database, kind === 'own_folder' ? 'all' : 'alone');
  if (isOurs || others === 0) return [];
  const words =
    'another receiver works on this database, and the two do not share their keys (docs/several-receivers.md)';
  return [{ kind: 'fault', what: 'keys', words }];
}
