import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readCliOptions } from './cli-options.js';
import { demoOptions } from './demo.js';
import { CHECKED_OPTIONS, issuesOf } from './options.js';
import { reasonOf } from './start-error.js';

const SECRET = 'hunter2-of-the-backend';
const demo = { ...demoOptions(), allowedOrigins: ['https://shop.example'], dataDir: 'unused' };

const textOf = (options: object): string => JSON.stringify(issuesOf(options, true));

it.each([
  ['operator.tokenHashes.0', { operator: { kind: 'tokens', tokenHashes: [SECRET] } }],
  ['operator.kind', { operator: { kind: SECRET, tokenHashes: [SECRET] } }],
  ['operator', { operator: SECRET }],
  ['review.token', { review: { kind: 'token', token: `${SECRET} ` } }],
  ['review', { review: SECRET }],
  ['webhooks.0.secrets.0', { webhooks: [{ url: 'https://shop.example', secrets: [SECRET] }] }],
  ['webhooks.0.url', { webhooks: [{ url: `http://me:${SECRET}@shop.example`, secrets: ['whsec_A'] }] }],
  ['masterKeys.0', { masterKeys: [SECRET] }],
  ['masterKeys', { masterKeys: SECRET }],
  ['secretKeys.storage', { secretKeys: { storage: SECRET } }],
  ['secretKeys', { secretKeys: SECRET }],
  ['allowedOrigins.0', { allowedOrigins: [`https://me:${SECRET}@shop.example`] }],
  ['allowedHeaders.0', { allowedHeaders: [`${SECRET} `] }],
  ['maxAttempts', { maxAttempts: SECRET }],
])('what is wrong with %s is said without what was given', (field, change) => {
  const text = textOf({ ...demo, ...change });
  expect(text).toContain(`"field":"${field}"`);
  expect(text).not.toContain('hunter2');
});

it('no option is ever repeated, whichever a secret was pasted into', () => {
  // A text may be any, and stands for itself.
  const named = CHECKED_OPTIONS.filter((name) => !['audience', 'dataDir', 'keysDir'].includes(name));
  for (const name of named) {
    for (const value of [SECRET, [SECRET], { [name]: SECRET, kind: SECRET }, [{ [name]: SECRET }]])
      expect(textOf({ ...demo, [name]: value }), name).not.toContain('hunter2');
  }
});

it('neither is what the command was given, nor what its file holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'candor-option-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'candor.config.json');
  await writeFile(file, `{"token": ${SECRET}}`);
  const flags = [
    ['--port', SECRET],
    ['--signing-key', SECRET],
    ['--max-attempts', SECRET],
    ['--test-outcome', SECRET],
    ['--config', file],
  ];
  for (const args of flags) {
    const said = await readCliOptions(args, {}, 'usual').then(() => 'accepted', reasonOf);
    expect(said, args[0]).not.toContain('hunter2');
    expect(said, args[0]).not.toBe('accepted');
  }
});
