import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_FALSE_HITS } from '../../src/calibration/operating-points.js';
import { readCliOptions, USAGE } from '../cli-options.js';
import { demoOptions } from '../demo.js';
import { ReceiverOptionError } from '../option-error.js';
import { checkOptions, issuesOf } from '../options.js';
import { SETTINGS, variableOf } from './settings.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-configuration-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string): Promise<readonly string[]> {
  const path = join(folder, name);
  await writeFile(path, content);
  return ['--config', path];
}

async function issues(args: readonly string[], env: Record<string, string> = {}): Promise<readonly string[]> {
  try {
    await readCliOptions(args, env);
  } catch (thrown) {
    if (thrown instanceof ReceiverOptionError) return thrown.issues.map(({ field }) => field);
    throw thrown;
  }
  return [];
}

const demo = demoOptions();
/** What a marketplace has to say for itself in production. */
const DEMO_GIVES = ['audience', 'notices', 'threshold', 'alternatives'];

describe('the configuration', () => {
  it('takes flags before the environment, and the environment before the file', async () => {
    const args = await file(
      'order.json',
      JSON.stringify({ port: 1, host: '::1', reviewHost: '127.0.0.2', maxAttempts: 3, trustProxy: 1 }),
    );
    const env = { CANDOR_MAX_ATTEMPTS: '4', CANDOR_TRUST_PROXY: '2', DATABASE_URL: '' };
    const options = await readCliOptions([...args, '--max-attempts', '5'], env);
    expect(options).toMatchObject({
      port: 1,
      host: '::1',
      reviewHost: '127.0.0.2',
      receiver: { maxAttempts: 5, trustProxy: 2 },
    });
  });

  it('has every flag in the environment and in the file as well', async () => {
    const text = { text: 'x', texts: 'https://a.example,https://b.example', number: '2', switch: 'true' };
    for (const setting of SETTINGS) {
      const special = {
        signingKeyFile: undefined,
        testChallenge: 'turn-left@1100,turn-right@3000',
        testOutcome: 'no_duplicate',
      };
      const value = new Map<string, string | undefined>(Object.entries(special));
      const given = value.has(setting.key) ? value.get(setting.key) : text[setting.form];
      if (given === undefined) continue;
      const options = await readCliOptions([], { [variableOf(setting)]: given });
      expect(JSON.stringify(options), setting.flag).toContain(
        setting.form === 'switch' ? 'true' : given.split(/[,@]/)[0],
      );
      expect(USAGE).toContain(`--${setting.flag}`);
    }
  });

  it('comes from JavaScript, which can hold code', async () => {
    const args = await file(
      'code.mjs',
      `export default { audience: 'shop', authorize: ({ subject }) => subject === 'a' }`,
    );
    const options = await readCliOptions(args, {});
    expect(options?.receiver.audience).toBe('shop');
    expect(await options?.receiver.authorize?.({ authorization: undefined, subject: 'a' })).toBe(true);
  });

  it('names everything that is wrong, of the command, the receiver and the words, at once', async () => {
    const args = await file(
      'wrong.json',
      JSON.stringify({
        ...demo,
        port: 70_000,
        adress: 'x',
        threshold: { ...demo.threshold, value: 0 },
        alternatives: [],
        allowedOrigins: ['*', 'https://shop.example/'],
      }),
    );
    const env = { CANDOR_TRUST_PROXY: 'yes', CANDOR_LIGHT: 'perhaps' };
    expect(await issues([...args, '--test-challenge', 'wink@1'], env)).toEqual([
      'CANDOR_LIGHT',
      'CANDOR_TRUST_PROXY',
      'adress',
      'port',
      'test-challenge',
      'threshold.value',
      'threshold',
      'alternatives',
      'allowedOrigins.0',
      'allowedOrigins.1',
    ]);
  });

  it.each([
    ['with a configuration file', JSON.stringify({ allowedOrigins: ['https://shop.example'] })],
    ['without one', null],
  ])('has nothing of the demo in production, %s: it would speak for nobody', async (_, content) => {
    const origin = ['--allow-origin', 'https://shop.example'];
    const args = content === null ? origin : await file('production.json', content);
    const production = { NODE_ENV: 'production' };
    const options = await readCliOptions(args, production);
    if (options === null) throw new Error('no help was asked for');
    expect(issuesOf(options.receiver, true).map(({ field }) => field)).toEqual(DEMO_GIVES);
    expect(await issues([...args, '--port', '99999'], production)).toEqual(['port', ...DEMO_GIVES]);
  });

  it('compares with no whole gallery in production unless the file says so', async () => {
    const { audience, notices, alternatives, threshold } = demo;
    const own = { audience, notices, alternatives, threshold, allowedOrigins: ['https://shop.example'] };
    const scopeOf = async (config: object) => {
      const args = await file('own.json', JSON.stringify(config));
      const options = await readCliOptions(args, { NODE_ENV: 'production' });
      if (options === null) throw new Error('no help was asked for');
      return checkOptions(options.receiver, true).search;
    };
    expect(await scopeOf(own)).toEqual({ scope: 'groups', mostFalseHits: MOST_FALSE_HITS });
    expect(await scopeOf({ ...own, search: { scope: 'gallery' } })).toMatchObject({ scope: 'gallery' });
  });

  it.each([
    ['is not there', '--config /nowhere/candor.json', /ENOENT/],
    ['is no object', '[]', /does not hold/],
    ['is no JSON', '{', /JSON/],
  ])('is refused when its file %s', async (_, content, reason) => {
    const args = content.startsWith('--') ? content.split(' ') : await file('bad.json', content);
    await expect(readCliOptions(args, {})).rejects.toThrow(reason);
  });
});
