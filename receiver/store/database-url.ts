/** Whether it names a PostgreSQL server, which several receivers may share. */
export function isPostgres(databaseUrl: string | undefined): databaseUrl is string {
  return databaseUrl !== undefined && /^postgres(ql)?:/.test(databaseUrl);
}
