import type { Stack } from './stack.js';

/** The last thing that a stack came to: each holds those before it. */
export type Reached = 'nothing' | 'built' | 'positioning' | 'done';

const LADDER: readonly Reached[] = ['nothing', 'built', 'positioning', 'done'];

/** What a run wanted of a stack: to be built, or to be walked in a browser too. */
export type Tried = 'build' | 'walk';

export interface StackResult {
  readonly stack: Stack;
  readonly tried: Tried;
  readonly reached: Reached;
}

/** What a run saw of a stack, as tools/stacks/seen.json keeps it. */
export interface Seen {
  readonly name: string;
  /** As they were installed. What was seen with others says nothing of these. */
  readonly packages: readonly string[];
  readonly tried: Tried;
  readonly reached: Reached;
  /** YYYY-MM-DD, in UTC. */
  readonly date: string;
  /** `Chromium 153.0.1` */
  readonly browser: string;
}

export function hasReached(reached: Reached, wanted: Reached): boolean {
  return LADDER.indexOf(reached) >= LADDER.indexOf(wanted);
}

/** What was seen of this stack as it is today, if anything was. */
function seenOf({ name, packages }: Stack, seen: readonly Seen[]): Seen | undefined {
  return seen.find((entry) => entry.name === name && entry.packages.join() === packages.join());
}

/** Whether a result says something that is not known better: a stack that was walked could be built. */
function isNews({ stack, tried, reached }: StackResult, before: readonly Seen[]): boolean {
  return tried === 'walk' || reached !== 'built' || seenOf(stack, before)?.tried !== 'walk';
}

/** @returns what was seen before, with this run's results in the place of older ones of the same stacks. */
export function seenAfter(
  before: readonly Seen[],
  results: readonly StackResult[],
  run: Pick<Seen, 'date' | 'browser'>,
): readonly Seen[] {
  const news = results.filter((result) => isNews(result, before));
  const kept = before.filter(({ name }) => !news.some(({ stack }) => stack.name === name));
  const added = news.map(({ stack: { name, packages }, ...seen }) => ({ name, packages, ...seen, ...run }));
  return [...kept, ...added].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** react-dom has the version of react. */
function versionsOf({ packages }: Stack): string {
  const shown = packages.filter((name) => !name.startsWith('react-dom@'));
  return shown.length === 0 ? 'none' : shown.map((name) => `\`${name}\``).join(', ');
}

function servedBy({ serve }: Stack): string {
  if (serve.kind === 'server') return 'its own server';
  if (serve.kind === 'framed') return 'two origins, the strict policy';
  const { inlineScripts, trustedTypes = [] } = serve;
  if (trustedTypes === 'notRequired') return 'the strict policy, without Trusted Types';
  const more = [
    ...(inlineScripts === 'byHash' ? ['its own scripts by hash'] : []),
    ...trustedTypes.map((name) => `\`trusted-types ${name}\``),
  ];
  return ['the strict policy', ...more].join(', ');
}

function builtOf({ build }: Stack, reached: Reached): string {
  if (!hasReached(reached, 'built')) return '**no**';
  return build.length === 0 ? 'nothing to build' : 'yes';
}

type Outcome = Omit<StackResult, 'stack'>;

function stepOf(wanted: Reached, { tried, reached }: Outcome): string {
  if (hasReached(reached, wanted)) return 'yes';
  return tried === 'build' ? 'not walked' : '**not reached**';
}

/** Looked at on the way to `positioning`. */
function renderedOf({ renderedBy = 'browser' }: Stack, outcome: Outcome): string {
  if (renderedBy === 'browser') return '';
  return hasReached(outcome.reached, 'positioning') ? 'yes' : 'not seen';
}

function doneOf({ goal = 'positioning' }: Stack, outcome: Outcome): string {
  return goal === 'done' ? stepOf('done', outcome) : '';
}

function row({ stack, ...outcome }: StackResult): readonly string[] {
  return [
    stack.name,
    versionsOf(stack),
    servedBy(stack),
    builtOf(stack, outcome.reached),
    renderedOf(stack, outcome),
    stepOf('positioning', outcome),
    doneOf(stack, outcome),
    stack.needs ?? 'nothing',
  ];
}

const HEADS = [
  'stack',
  'packages',
  'served under',
  'built',
  'rendered by its server',
  '`positioning`',
  '`done`',
  'needs',
];

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A table in Markdown, one row for each stack that was tried. */
export function resultTable(results: readonly StackResult[]): string {
  return tableOf(HEADS, results.map(row));
}

/** docs/stacks.md: what was seen of each stack as it is today, and what was not tried. */
export function resultPage(stacks: readonly Stack[], seen: readonly Seen[]): string {
  const found = stacks.map((stack) => ({ stack, entry: seenOf(stack, seen) }));
  const rows = found.flatMap(({ stack, entry }) =>
    entry === undefined ? [] : [[...row({ ...entry, stack }), entry.date]],
  );
  const untried = found.filter(({ entry }) => entry === undefined).map(({ stack }) => stack.name);
  const current = found.flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
  const browsers = [...new Set(current.map(({ browser }) => browser))].join(' and ');
  const left = untried.length === 0 ? '' : `\nNot tried with these versions: ${untried.join(', ')}.\n`;
  return `# Stacks

The packed package, installed into an empty folder for each stack, built as shown in \`tools/stacks/descriptors\` and in
[examples](../examples/README.md). Those that were walked were opened in a browser (${browsers}) with a camera that plays a clip of a rendered person.
\`positioning\`: worker, WebAssembly, models and stylesheet were found and a picture was analysed. \`done\`, wanted of three of them: the whole way, without
movements, to the receiver's answer.

\`npm run test:stacks -- [NAME…] --write\` writes this page; it starts the reference receiver. \`CANDOR_PATIENCE=5\` waits five times longer, for a machine that others use too.

${tableOf([...HEADS, 'seen'], rows)}
${left}
Only the production build is tried where the table does not say \`-dev\`; only Chromium, only Linux, only npm. A stack that is not here was not tried.
`;
}
