/** SQLSTATE of data (22) and of constraints (23): the messages of these quote the values that they were given. */
const QUOTES_VALUES = /^2[23]/;
/** drizzle's, which repeats the statement and all its values; what went wrong is its cause. */
const REPEATS_QUERY = /^Failed query:/;
/** `user:password@` of an address. */
const CREDENTIALS = /\/\/[^\s/@]*@/g;

/** What went wrong, with its causes, for whoever started the receiver: no value of any record, no password. */
export function reasonOf(thrown: unknown): string {
  return [...new Set(wordsOf(thrown))].join(': ').replace(CREDENTIALS, '//…@') || 'it failed';
}

function wordsOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [typeof thrown === 'string' ? thrown : typeof thrown];
  const inner = thrown instanceof AggregateError ? thrown.errors : [thrown.cause ?? []].flat();
  return [...ownWords(thrown), ...inner.flatMap(wordsOf)];
}

function ownWords(thrown: Error): string[] {
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  if (REPEATS_QUERY.test(thrown.message)) return ['the database refused a statement'];
  if (QUOTES_VALUES.test(code)) return [`${thrown.name} ${code}`];
  const words = thrown.message || thrown.name;
  return [code === '' || words.includes(code) ? words : `${words} (${code})`];
}
