/** Every setting that has a flag. The same value may stand in the environment or, under `key`, in the configuration file. */

export interface Setting {
  /** Its name in a configuration file, and among {@link ReceiverOptions} where it is one of those. */
  readonly key: string;
  /** Without the dashes. */
  readonly flag: string;
  /** `texts` may be given several times; in the environment they are separated by commas. */
  readonly form: 'text' | 'texts' | 'number' | 'switch';
  /** What stands for the value in `--help`; empty for a switch. */
  readonly placeholder: string;
  /** Lines for `--help`. */
  readonly help: readonly string[];
  /** A name in the environment besides `CANDOR_…`. */
  readonly variable?: string;
}

export const SETTINGS: readonly Setting[] = [
  {
    key: 'port',
    flag: 'port',
    form: 'number',
    placeholder: 'N',
    help: ['port, 0 for any free one (or RECEIVER_PORT; default 8787)'],
    variable: 'RECEIVER_PORT',
  },
  {
    key: 'reviewPort',
    flag: 'review-port',
    form: 'number',
    placeholder: 'N',
    help: ['port of the reviewers’ pages, 0 for any free one (default: not served)'],
  },
  {
    key: 'metricsPort',
    flag: 'metrics-port',
    form: 'number',
    placeholder: 'N',
    help: ['port of GET /metrics (OpenMetrics), 0 for any free one (default: not served)'],
  },
  {
    key: 'operatorPort',
    flag: 'operator-port',
    form: 'number',
    placeholder: 'N',
    help: ['port of the operator’s interface; needs `operator` in the configuration file'],
  },
  {
    key: 'host',
    flag: 'host',
    form: 'text',
    placeholder: 'ADDRESS',
    help: ['address to listen on (default 127.0.0.1)'],
  },
  ...(['review', 'metrics', 'operator'] as const).map(
    (name): Setting => ({
      key: `${name}Host`,
      flag: `${name}-host`,
      form: 'text',
      placeholder: 'ADDRESS',
      help: [`address of --${name}-port, such as 127.0.0.1 (default: that of --host)`],
    }),
  ),
  {
    key: 'dataDir',
    flag: 'data',
    form: 'text',
    placeholder: 'DIR',
    help: [
      'folder for keys and the database (default .candor/receiver, or where',
      'another receiver uses that, .candor/receiver-2 and so on)',
    ],
  },
  {
    key: 'databaseUrl',
    flag: 'database',
    form: 'text',
    placeholder: 'URL',
    help: [
      'postgres://… in place of the folder’s database, or memory:// (better in',
      'DATABASE_URL: other processes see flags)',
    ],
    variable: 'DATABASE_URL',
  },
  {
    key: 'index',
    flag: 'index',
    form: 'text',
    placeholder: 'KIND',
    help: [
      'exact (default): templates are searched in memory; pgvector: in the',
      'database, for galleries beyond it (docs/matching.md)',
    ],
  },
  {
    key: 'keysDir',
    flag: 'keys',
    form: 'text',
    placeholder: 'DIR',
    help: [
      'folder for keys that the receivers of one PostgreSQL have mounted',
      '(default: keys in the data folder)',
    ],
  },
  {
    key: 'masterKeys',
    flag: 'master-key',
    form: 'texts',
    placeholder: 'KEY',
    help: [
      'keeps the keys in PostgreSQL, wrapped by this one: 32 bytes, base64url;',
      'again for one that it replaces (better in CANDOR_MASTER_KEY)',
    ],
  },
  ...(['storage', 'token', 'principal'] as const).map(
    (name): Setting => ({
      key: `${name}Key`,
      flag: `${name}-key`,
      form: 'text',
      placeholder: 'KEY',
      help: [`in place of ${name}.key (better in CANDOR_${name.toUpperCase()}_KEY)`],
    }),
  ),
  {
    key: 'allowedOrigins',
    flag: 'allow-origin',
    form: 'texts',
    placeholder: 'URL',
    help: [
      'origin of a page that embeds the widget, again for more than one',
      '(default: any port of this machine; required with NODE_ENV=production)',
    ],
  },
  {
    key: 'audience',
    flag: 'audience',
    form: 'text',
    placeholder: 'TEXT',
    help: ['whom envelopes are sealed for'],
  },
  {
    key: 'gallerySize',
    flag: 'gallery-size',
    form: 'number',
    placeholder: 'N',
    help: ['templates expected at one time: warns when the threshold is too low for so many'],
  },
  {
    key: 'maxAttempts',
    flag: 'max-attempts',
    form: 'number',
    placeholder: 'N',
    help: ['sessions per address and hour (default 200; 5 with NODE_ENV=production)'],
  },
  {
    key: 'openers',
    flag: 'openers',
    form: 'number',
    placeholder: 'N',
    help: ['threads that open envelopes, 0 for none (default: one for each processor)'],
  },
  {
    key: 'light',
    flag: 'light',
    form: 'switch',
    placeholder: '',
    help: ['colours on the screen for sellers who ask for the check by coloured light'],
  },
  {
    key: 'signingKeyFile',
    flag: 'signing-key',
    form: 'text',
    placeholder: 'FILE',
    help: ['Ed25519 private key, PEM: signs the list of keys'],
  },
  {
    key: 'trustProxy',
    flag: 'trust-proxy',
    form: 'number',
    placeholder: 'N',
    help: [
      'proxies before it that add to X-Forwarded-For: the client’s address is',
      'so many entries from the right (default 0: the connection’s)',
    ],
  },
  {
    key: 'allowedHeaders',
    flag: 'allow-header',
    form: 'texts',
    placeholder: 'NAME',
    help: ['header that a page may send along besides those of the protocol, again', 'for more than one'],
  },
  {
    key: 'acceptClock',
    flag: 'accept-clock',
    form: 'switch',
    placeholder: '',
    help: ['delete by this clock although it is more than 7 days ahead of the last run'],
  },
  {
    key: 'acceptMissingKeys',
    flag: 'accept-missing-keys',
    form: 'switch',
    placeholder: '',
    help: [
      'delete templates whose keys the folder never destroyed and does not have:',
      'they are lost for good',
    ],
  },
  {
    key: 'webhookUrl',
    flag: 'webhook-url',
    form: 'text',
    placeholder: 'URL',
    help: ['told of decisions, reviews, objections and deletions (docs/webhooks.md)'],
  },
  {
    key: 'webhookSecrets',
    flag: 'webhook-secret',
    form: 'texts',
    placeholder: 'SECRET',
    help: [
      'whsec_…, again while one is replaced (better in CANDOR_WEBHOOK_SECRET:',
      'other processes see flags)',
    ],
  },
  {
    key: 'testChallenge',
    flag: 'test-challenge',
    form: 'text',
    placeholder: 'S',
    help: ['ask every session this, such as turn-left@1100,turn-right@3000'],
  },
  {
    key: 'testOutcome',
    flag: 'test-outcome',
    form: 'text',
    placeholder: 'S',
    help: ['answer every verification no_duplicate or needs_review'],
  },
];

/** `CANDOR_MAX_ATTEMPTS` for `--max-attempts`. */
export function variableOf({ flag }: Setting): string {
  return `CANDOR_${flag.replaceAll('-', '_').toUpperCase()}`;
}

/** One block for `--help`. */
export function listSettings(): string {
  return SETTINGS.map(({ flag, placeholder, help }) => {
    const [first = '', ...others] = help;
    const name = `--${flag} ${placeholder}`.trim();
    return [`  ${name.padEnd(22)}${first}`, ...others.map((line) => ' '.repeat(24) + line), ''].join('\n');
  }).join('');
}
