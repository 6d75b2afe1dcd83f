import type { Stack } from './stack.js';

export type Reached = 'built' | 'positioning' | 'done';

export interface StackResult {
  readonly stack: Stack;
  /** Null: it failed. */
  readonly reached: Reached | null;
  readonly seconds: number;
}

/** Without Candor's own peers, which every second one has. */
function versionsOf({ packages }: Stack): string {
  const own = packages.filter((name) => !name.startsWith('react-dom@'));
  return own.length === 0 ? 'none' : own.map((name) => `\`${name}\``).join(', ');
}

function servedBy({ serve }: Stack): string {
  if (serve.kind === 'server') return 'its own server';
  if (serve.kind === 'framed') return 'two origins, the strict policy';
  return serve.inlineScripts === 'byHash'
    ? 'the strict policy, its own scripts by hash'
    : 'the strict policy';
}

/** A table in Markdown, one row for each stack that was tried. */
export function resultTable(results: readonly StackResult[]): string {
  const rows = results.map(
    ({ stack, reached, seconds }) =>
      `| ${stack.name} | ${versionsOf(stack)} | ${servedBy(stack)} | ${reached ?? '**failed**'} | ${Math.round(seconds)} s |`,
  );
  return ['| stack | packages | served under | reached | took |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/** docs/stacks.md: what was seen, and nothing that was not.
 * @param untried - names of stacks that the run left out. */
export function resultPage(
  results: readonly StackResult[],
  untried: readonly string[],
  browser: string,
): string {
  const left = untried.length === 0 ? '' : `\nNot tried in this run: ${untried.join(', ')}.\n`;
  return `# Stacks

Written by \`npm run test:stacks -- --write\`: the packed package, installed into an empty folder for each stack, built as shown in
\`tools/stacks/descriptors\` and in [examples](../examples/README.md), and opened in ${browser} with a camera that plays a clip of a rendered
person. \`positioning\`: worker, WebAssembly and models were found and a picture was analysed. \`done\`: the whole way, without movements, to the reference
receiver's answer.

${resultTable(results)}
${left}`;
}
