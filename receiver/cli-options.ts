import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { OutcomeSchema } from '../src/envelope/wire.js';
import { parseTestChallenge } from '../src/liveness/challenge.js';
import { demoOptions } from './demo.js';
import { holderOf } from './folder-lock.js';
import {
  LOOPBACK_ORIGINS,
  ReceiverOptionError,
  type ReceiverOptions,
  type TestOverrides,
} from './options.js';

const DATA_FOLDER = '.candor/receiver';

/** The flags of `start`. */
export const USAGE = `candor-receiver: the reference receiver of Candor, as the fictional marketplace Marktkiste

  --port N              port, 0 for any free one (or RECEIVER_PORT; default 8787)
  --host ADDRESS        address to listen on (default 127.0.0.1)
  --data DIR            folder for keys and the database (default .candor/receiver, or where
                        another receiver uses that, .candor/receiver-2 and so on)
  --allow-origin URL    origin of a page that embeds the widget, again for more than one
                        (default: any port of this machine; required with NODE_ENV=production)
  --audience TEXT       whom envelopes are sealed for
  --gallery-size N      templates expected at one time: warns when the threshold is too low for so many
  --max-attempts N      sessions per address and hour (default 200; 5 with NODE_ENV=production)
  --light               colours on the screen for sellers who ask for the check by coloured light
  --signing-key FILE    Ed25519 private key, PEM: signs the list of keys
  --trust-proxy N       proxies before it that add to X-Forwarded-For: the client's address is
                        so many entries from the right (default 0: the connection's)
  --allow-header NAME   header that a page may send along besides those of the protocol, again
                        for more than one
  --accept-clock        delete by this clock although it is more than 7 days ahead of the last run
  --test-challenge S    ask every session this, such as turn-left@1100,turn-right@3000
  --test-outcome S      answer every verification no_duplicate or needs_review
  --help

DATABASE_URL=postgres://…  uses Postgres in place of the folder. The two test flags refuse NODE_ENV=production.
`;

export interface CliOptions {
  readonly port: number;
  readonly host: string;
  readonly receiver: Omit<ReceiverOptions, 'log'>;
}

/** Reads arguments and environment.
 * @returns null when help was asked for.
 * @throws {@link ReceiverOptionError} or TypeError, whose message is for whoever typed them. */
export async function readCliOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<CliOptions | null> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      'allow-origin': { type: 'string', multiple: true },
      audience: { type: 'string' },
      'gallery-size': { type: 'string', default: '0' },
      'max-attempts': { type: 'string' },
      light: { type: 'boolean', default: false },
      'signing-key': { type: 'string' },
      'trust-proxy': { type: 'string', default: '0' },
      'allow-header': { type: 'string', multiple: true, default: [] },
      'accept-clock': { type: 'boolean', default: false },
      'test-challenge': { type: 'string' },
      'test-outcome': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const isProduction = env.NODE_ENV === 'production';
  const demo = demoOptions();
  const maxAttempts = values['max-attempts'];
  return {
    port: wholeNumber('port', values.port ?? env.RECEIVER_PORT ?? '8787', 65_535),
    host: values.host,
    receiver: {
      ...demo,
      // On a developer's machine, everyone shares one address and tries again all day.
      ...(isProduction ? {} : { maxAttempts: 200, maxPostsPerMinute: Number.POSITIVE_INFINITY }),
      ...(maxAttempts === undefined
        ? {}
        : { maxAttempts: wholeNumber('max-attempts', maxAttempts, 1_000_000) }),
      gallerySize: wholeNumber('gallery-size', values['gallery-size'], 1_000_000_000),
      audience: values.audience ?? demo.audience,
      allowedOrigins: values['allow-origin'] ?? (isProduction ? [] : LOOPBACK_ORIGINS),
      dataDir: values.data ?? (isProduction ? DATA_FOLDER : await freeFolder(DATA_FOLDER)),
      databaseUrl: env.DATABASE_URL || undefined,
      light: values.light,
      trustProxy: wholeNumber('trust-proxy', values['trust-proxy'], 100),
      allowedHeaders: values['allow-header'],
      acceptClock: values['accept-clock'],
      signingKey: await readSigningKey(values['signing-key']),
      test: testOverrides(values['test-challenge'], values['test-outcome']),
    },
  };
}

/** The first folder of this name that no running receiver holds, so that two can be tried side by side. */
async function freeFolder(name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? name : `${name}-${number}`;
    if ((await holderOf(folder)) === null) return folder;
  }
}

function wholeNumber(name: string, text: string, maximum: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > maximum)
    throw new ReceiverOptionError(name, `${text} is not a whole number`);
  return value;
}

async function readSigningKey(path: string | undefined): Promise<KeyObject | undefined> {
  if (path === undefined) return undefined;
  const key = createPrivateKey(await readFile(path));
  if (key.asymmetricKeyType !== 'ed25519') throw new ReceiverOptionError('signing-key', 'not an Ed25519 key');
  return key;
}

function testOverrides(
  challenge: string | undefined,
  outcome: string | undefined,
): TestOverrides | undefined {
  if (challenge === undefined && outcome === undefined) return undefined;
  const status = OutcomeSchema.entries.status.options.find((option) => option === outcome);
  if (outcome !== undefined && status === undefined) {
    throw new ReceiverOptionError('test-outcome', `${outcome} is neither no_duplicate nor needs_review`);
  }
  return {
    steps: challenge === undefined ? undefined : parseTestChallenge(challenge).steps,
    outcome: status,
  };
}
