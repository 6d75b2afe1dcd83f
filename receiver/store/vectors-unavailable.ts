const WHY = {
  missing:
    'PostgreSQL has no extension pgvector here: install pgvector 0.8 or later where the server runs (on Debian with the packages of postgresql.org: apt install postgresql-17-pgvector, by the number of your server)',
  old: 'pgvector is older than 0.8: install a later one where the server runs, and then in this database: alter extension vector update',
  forbidden:
    'this database user may not create the extension: have somebody who may run in this database: create extension vector',
} as const;

/** The index `pgvector` was chosen and cannot be had. */
export class VectorsUnavailableError extends Error {
  override readonly name = 'VectorsUnavailableError';
  readonly why: keyof typeof WHY;

  constructor(why: keyof typeof WHY, options?: ErrorOptions) {
    super(`index 'pgvector': ${WHY[why]}; or choose index 'exact'`, options);
    this.why = why;
  }
}
