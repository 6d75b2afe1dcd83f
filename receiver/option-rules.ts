import { calibrationOf } from '../src/calibration/calibration.js';
import type { Action, Alternative, Locale, Notice, Threshold } from '../src/core/types.js';
import { MAX_DISCOVERY_BYTES } from '../src/envelope/wire.js';
import { actionPairs } from '../src/liveness/challenge.js';
import { isAnyPort } from './allowed-origins.js';
import type { OptionIssue } from './option-error.js';
import { isPostgres } from './store/database-url.js';

/** What no single field of the options shows. Each rule gets fields whose form has been checked. */

type Issues = Iterable<OptionIssue>;

interface Offered extends Alternative {
  readonly next: Readonly<Record<Locale, string>>;
}

/** A threshold belongs to the file that it was measured on: another one of the same name gives other similarities. */
export function* issuesOfModel({ modelId, modelSha256 }: Threshold): Issues {
  const measured = calibrationOf(modelId);
  if (measured !== null && measured.modelSha256 !== modelSha256)
    yield { field: 'threshold.modelSha256', reason: `not the file of ${modelId} that was measured` };
}

/** Receivers share keys where they share a database, and in one place. */
export function* issuesOfKeys(given: ReadonlyMap<string, unknown>): Issues {
  const [keysDir, masterKeys, databaseUrl] = ['keysDir', 'masterKeys', 'databaseUrl'].map((name) =>
    given.get(name),
  );
  const isShared = typeof databaseUrl === 'string' && isPostgres(databaseUrl);
  if (keysDir !== undefined && masterKeys !== undefined)
    yield { field: 'keysDir', reason: 'the keys are either there or, with masterKeys, in the database' };
  for (const [field, value] of Object.entries({ keysDir, masterKeys }))
    if (value !== undefined && !isShared)
      yield { field, reason: 'only where databaseUrl names a PostgreSQL' };
}

/** The rest of the discovery document has the last quarter. */
const MAX_NOTICES_BYTES = 0.75 * MAX_DISCOVERY_BYTES;

export function* issuesOfNotices(notices: Readonly<Record<Locale, Notice>>): Issues {
  const length = Buffer.byteLength(JSON.stringify(notices));
  if (length > MAX_NOTICES_BYTES)
    yield { field: 'notices', reason: `${length} bytes in all; a page reads at most ${MAX_NOTICES_BYTES}` };
  const periods = new Set(Object.values(notices).map(({ retentionDays }) => retentionDays));
  if (periods.size === 0) yield { field: 'notices', reason: 'at least one language is needed' };
  for (const [locale, { legal }] of Object.entries(notices))
    if (legal === undefined)
      yield { field: 'notices', reason: `${locale} has no legal part (docs/privacy.md, requirement L-05)` };
  if (periods.size > 1) yield { field: 'notices', reason: 'retentionDays differs between languages' };
}

export function* issuesOfActions(actions: readonly Action[]): Issues {
  if (actionPairs(actions).length === 0)
    yield { field: 'actions', reason: 'a challenge needs two actions, one of them a turn' };
}

export function* issuesOfAlternatives(alternatives: readonly Offered[], locales: readonly Locale[]): Issues {
  if (!alternatives.some(({ id }) => id !== 'second-account'))
    yield { field: 'alternatives', reason: 'consent is not free without another way (requirement L-03)' };
  for (const { id, label, expectedTime, next } of alternatives)
    for (const locale of locales)
      if ([label, expectedTime, next].some((texts) => !texts[locale]))
        yield { field: 'alternatives', reason: `${id} has no text in ${locale}` };
}

export function* issuesOfOrigins(origins: readonly string[], isProduction: boolean): Issues {
  for (const [index, origin] of origins.entries()) {
    const field = `allowedOrigins.${index}`;
    if (isAnyPort(origin)) {
      if (isProduction) yield { field, reason: `${origin} is refused in production` };
    } else if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      // Without the value: an address may hold a password.
      yield { field, reason: 'is not an origin such as https://shop.example' };
    }
  }
}
