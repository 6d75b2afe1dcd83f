import { createHash } from 'node:crypto';
import type { PGlite } from '@electric-sql/pglite';
import { getTableName } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExactIndex } from '../matching/exact.js';
import { IndexFollower } from '../matching/follow.js';
import { InMemory } from '../matching/follow-in-memory.js';
import { PgvectorIndex } from '../matching/pgvector/pgvector-index.js';
import { rotateMatrix } from '../matching/rotate-matrix.js';
import { createOperatorApp } from '../operator/app.js';
import { duplicate, verify } from '../testing/cases.fixture.js';
import { databaseImage } from '../testing/database-image.fixture.js';
import { newFace, sealFor, startHarness } from '../testing/harness.fixture.js';
import { StoredTemplates, secureRandom } from '../testing/stored-templates.fixture.js';
import type { Database } from './database.js';
import { finishErasures, sweepProofs, sweepVerifications } from './erasure.js';
import { UNSHARED } from './locks.js';
import { PgliteThread } from './pglite-thread.js';
import * as schema from './schema.js';
import { makeVectorTable, vectorTable } from './vector-tables.js';
import { isEmpty } from './verifications.js';

/** What docs/scaling.md says of Citus, which does not run here: the tables that grow with the sellers can be distributed by the verification
 * that they are about, and statements go to the one shard that has it. */

const { cases, objections, reviews, sharedTemplates, templates, verifications } = schema;
const MODEL = { modelId: 'm', modelSha256: 's' };
const LARGE: readonly PgTable[] = [
  verifications,
  templates,
  sharedTemplates,
  cases,
  reviews,
  objections,
  vectorTable(MODEL),
];
const KEY = 'verification_id';
/** Each model has a table of vectors. */
const LARGE_NAME = [...LARGE.slice(0, -1).map(getTableName), 'template_vectors_\\w+'];

/** What asks every shard, because nothing tells which one has it: reads alone, none of which locks. */
const ASKS_ALL: Readonly<Record<string, RegExp>> = {
  'of a session: the verification that it let in':
    /^select .* from "verifications" where \(?"verifications"\."session_id" = \$n/,
  'of a seller: their verifications':
    /^select .* from "verifications" where "verifications"\."subject" = \$n/,
  'what is due':
    /^select "verification_id" from "verifications" where \("verifications"\."state" = \$n and "verifications"\."delete_after" <= \$n\) limit \$n$/,
  'whose proof is due':
    /^select "verification_id" from "verifications" where \("verifications"\."state" <> \$n and "verifications"\."deleted_at" <= \$n\) limit \$n$/,
  'at a start: whether three operators have any':
    /^select "state" from "shared_templates" where "shared_templates"."state" <> \$n limit \$n$/,
  'whether there is any': /^select "test" from "verifications" limit \$n$/,
  'of a key slot: its template':
    /^select .* from "templates" inner join "verifications" on .* where "templates"\."slot_id" = \$n$/,
  'of a case id: its verification': /^select .* from "cases" where "cases"\."case_id" = \$n/,
  'the reviewers’ queue':
    /^select .* from "cases" inner join "verifications" on "verifications"\."verification_id" = "cases"\."verification_id" where .* order by "cases"\."(opened|decided)_at"/,
  'at a start: slots and matrices of all templates':
    /^select "slot_id", "transform_id" from "templates" where "templates"\."slot_id" > \$n order by/,
  'at a start: templates of a model, in turn':
    /^select .* from "templates" inner join "verifications" on .* "templates"\."verification_id" > \$n\) order by/,
  'at a start: templates without a vector':
    /^select "templates"\."verification_id" from "templates" left join "template_vectors_\w+" on "template_vectors_\w+"\."verification_id" = "templates"\."verification_id" where/,
  'at a start: how many vectors':
    /^select count\(\*\), \(select max\("seq"\) from "template_log"\) from "template_vectors_\w+"$/,
  'a search by the graph':
    /^select .* from "template_vectors_\w+" order by "template_vectors_\w+"\."vector" <#> \$n::halfvec limit \$n$/,
  'a search: some vector': /^select "verification_id" from "template_vectors_\w+" limit \$n$/,
  'a search among all vectors':
    /^select .* from "template_vectors_\w+" where "template_vectors_\w+"\."vector" <#> \$n::halfvec <= \$n$/,
  'a search in groups':
    /^select .* from "template_vectors_\w+" where "template_vectors_\w+"\."groups" && \$n$/,
  'matrix rotate: lengths of vectors': /^select distinct "dim" from "templates"$/,
  'matrix rotate: the next templates':
    /^select .* from "templates" where \("templates"\."dim" = \$n and "templates"\."transform_id" <> \$n\) limit \$n$/,
};

const statements = new Set<string>();
let database: Database;
beforeAll(async () => {
  const thread = new PgliteThread('memory://', { image: await databaseImage(), index: 'pgvector' });
  database = drizzle({
    client: thread as unknown as PGlite,
    schema,
    logger: { logQuery: (query) => statements.add(normalised(query)) },
  });
  await useIndex();
  await useReceiver();
  return () => thread.close();
});

/** Lists of any length are one statement. */
function normalised(query: string): string {
  return query.replaceAll(/\(\$\d+(?:, \$\d+)*\)/g, '($n)').replaceAll(/\$\d+/g, '$n');
}

/** What an index does besides what comes of requests. */
async function useIndex(): Promise<void> {
  const stored = new StoredTemplates(database, MODEL, 8);
  const { transforms, opened } = stored;
  const table = await makeVectorTable(database, MODEL, 8);
  const looks = [{ atMost: 1, considered: 10 }];
  const index = new PgvectorIndex({ table, dim: 8, transforms, opened, looks });
  const face = newFace(8);
  const names = ['v', 'w'];
  const one = { holder: 'h', groups: ['g'], expiresAtMs: 1, vector: face };
  await stored.store(names.map((verificationId) => ({ ...one, verificationId })));
  const follower = new IndexFollower(index, async () => {});
  await follower.fill(database);
  const probe = { vector: face, never: new Set<string>(), atMs: 0 };
  for (const scope of [{ kind: 'gallery' }, { kind: 'groups', groups: ['g'] }] as const)
    await index.search(probe, 0.5, scope, database);
  const open = { database, locks: UNSHARED };
  await rotateMatrix({ keys: stored.keys, open, random: secureRandom, now: () => new Date() });
  const exact = new InMemory(new ExactIndex(8), opened);
  await exact.fill(database);
  await stored.erase(names);
}

async function useReceiver(): Promise<void> {
  const harness = await startHarness({ index: 'pgvector' }, database);
  const { caseId, later } = await duplicate(harness, ['one', 'two']);
  const token = { Authorization: `Bearer ${later.removalToken}` };
  const path = `/verifications/${later.verificationId}`;
  await harness.send('GET', path, undefined, token);
  await harness.send('POST', `${path}/objections`, { text: 'not me' }, token);
  await operate(harness.context, caseId);
  const session = await harness.openSession();
  const envelope = await sealFor(await harness.discover(), session);
  for (let times = 0; times < 2; times += 1) await harness.deliver(envelope);
  await harness.send('DELETE', `/sessions/${session.sessionId}`, undefined, {
    Authorization: `Bearer ${session.nonce}`,
  });
  await verify(harness, 'three');
  await harness.send('DELETE', path, undefined, token);
  const { erasing } = harness.context;
  await finishErasures(database, erasing, ['none'], harness.now());
  await isEmpty(database);
  expect(await sweepVerifications(database, erasing, new Date('2100-01-01'))).toBeGreaterThan(0);
  expect(await sweepProofs(database, new Date('2110-01-01'))).toBeGreaterThan(0);
  await harness.close();
}

describe('the tables that grow with the sellers', () => {
  it('have the verification in every key, so that each can be checked where the row is', () => {
    expect(LARGE.flatMap(keysWithoutVerification)).toEqual([]);
  });

  it('refer to each other by the verification alone', () => {
    const names = LARGE.map(getTableName);
    for (const key of LARGE.flatMap((table) => getTableConfig(table).foreignKeys)) {
      const { columns, foreignColumns, foreignTable } = key.reference();
      expect(names).toContain(getTableName(foreignTable));
      expect([...columns, ...foreignColumns].map(({ name }) => name)).toEqual([KEY, KEY]);
    }
  });

  it('are asked of one shard, or where every shard has to be asked, only read', () => {
    const large = [...statements].filter((statement) => tablesIn(statement).length > 0);
    expect(large.length).toBeGreaterThan(30);
    const asking = large.filter((statement) => !isRouted(statement));
    const known = (statement: string): boolean =>
      Object.values(ASKS_ALL).some((pattern) => pattern.test(statement));
    expect(asking.filter((statement) => !known(statement))).toEqual([]);
    expect(asking.filter((statement) => / for (update|share)/.test(statement))).toEqual([]);
    for (const [what, pattern] of Object.entries(ASKS_ALL))
      expect(
        asking.some((statement) => pattern.test(statement)),
        `${what} is still asked`,
      ).toBe(true);
  });

  it('are joined where the rows of one verification lie together', () => {
    const joined = [...statements].filter((statement) => tablesIn(statement).length > 1);
    expect(joined.length).toBeGreaterThan(2);
    for (const statement of joined)
      expect(statement).toMatch(/join "(\w+)" on ("\w+"\."verification_id" = "\w+"\."verification_id")/);
  });
});

function keysWithoutVerification(table: PgTable): readonly string[] {
  const { columns, primaryKeys, uniqueConstraints } = getTableConfig(table);
  const single = columns.filter(({ primary, isUnique }) => primary || isUnique).map(({ name }) => [name]);
  const several = [...primaryKeys, ...uniqueConstraints].map((key) => key.columns.map(({ name }) => name));
  return [...single, ...several]
    .filter((key) => !key.includes(KEY))
    .map((key) => `${getTableName(table)}: ${key.join(', ')}`);
}

function tablesIn(statement: string): readonly string[] {
  return LARGE_NAME.flatMap((name) =>
    new RegExp(`(from|into|update|join) "${name}"`).test(statement) ? [name] : [],
  );
}

/** Whether it names the verifications that it is about. */
function isRouted(statement: string): boolean {
  if (statement.startsWith('insert into '))
    return statement.slice(0, statement.indexOf(') values')).includes(`"${KEY}"`);
  return new RegExp(`"${KEY}" (=|in) (\\$n|\\(\\$n\\))`).test(statement);
}

async function operate(context: Parameters<typeof createOperatorApp>[0], caseId: string): Promise<void> {
  const secret = 'a-token-of-the-backend';
  const tokenHashes = [createHash('sha256').update(secret).digest('hex')];
  const app = createOperatorApp(context, { kind: 'tokens', tokenHashes, maxRequestsPerMinute: 1_000 });
  const ask = async (method: string, path: string, body?: unknown) => {
    const headers = { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const answer = await app.request(path, init);
    expect(answer.status, path).toBe(200);
    return answer;
  };
  for (const query of ['', '?state=closed', '?limit=1']) await ask('GET', `/operator/cases${query}`);
  const { revision } = await (await ask('GET', `/operator/cases/${caseId}`)).json();
  await ask('POST', `/operator/cases/${caseId}/outcome`, {
    revision,
    outcome: 'different_person',
    reviewer: 'rea',
  });
  await ask('GET', '/operator/subjects/two');
  await ask('POST', '/operator/subjects/two/export');
  await ask('POST', '/operator/subjects/one/erase');
}
