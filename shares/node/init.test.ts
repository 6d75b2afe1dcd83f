import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsOf } from './config.js';
import { type InitOptions, initCaller, initNode } from './init.js';
import { readSealingKeys } from './sealing-keys.js';
import { fingerprintOf } from './tls.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-init-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const optionsFor = (name: string, changes: Partial<InitOptions> = {}): InitOptions => ({
  party: 1,
  dir: join(folder, name),
  host: 'second.example',
  port: 9443,
  listenHost: '0.0.0.0',
  ...changes,
});

async function configIn(name: string) {
  return JSON.parse(await readFile(join(folder, name, 'node.json'), 'utf8'));
}

describe('an operator’s folder', () => {
  it('holds a certificate, keys and a configuration, and what is told to the others is of these', async () => {
    const told = await initNode(optionsFor('made'));
    const dir = join(folder, 'made');
    const pem = await readFile(join(dir, 'certificate.pem'), 'utf8');
    const { current } = await readSealingKeys(join(dir, 'sealing-keys.json'));
    expect(told).toEqual({
      party: 1,
      host: 'second.example',
      port: 9443,
      fingerprint: fingerprintOf(pem),
      receiptKey: expect.stringMatching(/^[\w-]{50,}$/),
      sealingKey: current,
    });
    const certificate = new X509Certificate(pem);
    expect(certificate.subject).toBe('CN=candor share node 1');
    expect(certificate.checkIssued(certificate)).toBe(true);
    expect(JSON.stringify(told)).not.toContain('privateKey');
    for (const name of await readdir(dir, { recursive: true })) {
      const { mode } = await stat(join(dir, name));
      expect({ name, others: mode & 0o077 }).toEqual({ name, others: 0 });
    }
  });

  it('starts no node before the others, the model and who asks are filled in, and names what is missing', async () => {
    await initNode(optionsFor('unfilled'));
    const config = await configIn('unfilled');
    const missing =
      /operators\.0\.fingerprint, operators\.2\.fingerprint, callers\.0\.fingerprint, model\.id, model\.dim, model\.threshold, sealing\.audience/;
    expect(() => settingsOf(config)).toThrow(missing);
  });

  it('starts one when they are', async () => {
    const model = { id: 'm', dim: 512, threshold: 0.45 };
    const others = await Promise.all(
      ([0, 2] as const).map((party) => initNode(optionsFor(`other-${party}`, { party }))),
    );
    await initNode(optionsFor('filled', { model, audience: 'https://verify.example' }));
    const market = await initCaller(join(folder, 'market'), 'market');
    const config = await configIn('filled');
    for (const { party, host, port, fingerprint } of others)
      config.operators[party] = { host, port, fingerprint };
    config.callers[0].fingerprint = market.fingerprint;
    const settings = settingsOf(config);
    expect(settings).toMatchObject({ party: 1, model, listen: { host: '0.0.0.0', port: 9443 } });
    expect(settings.callers).toEqual([
      {
        name: 'marketplace',
        fingerprint: market.fingerprint,
        may: ['admit', 'collect', 'remove', 'describe'],
      },
    ]);
  });

  it('is not written over', async () => {
    await initNode(optionsFor('kept'));
    const before = await readFile(join(folder, 'kept', 'key.pem'));
    const refused = { code: 'shares.bad_input' };
    await expect(initNode(optionsFor('kept'))).rejects.toMatchObject(refused);
    await expect(initCaller(join(folder, 'kept'), 'x')).rejects.toMatchObject(refused);
    expect(await readFile(join(folder, 'kept', 'key.pem'))).toEqual(before);
  });
});
