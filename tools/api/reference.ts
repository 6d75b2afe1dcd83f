import ts from 'typescript';
import type { DocTag, DoorExport } from './door-exports.js';
import type { Door } from './extract.js';

/** The page of one door: each export with its docstring, its parameters, its declaration and its example. The declarations stand as they
 * are written, because most types here are unions whose members have their words beside them. Plain Markdown, without HTML. */

export interface Reference {
  readonly page: string;
  readonly faults: readonly string[];
}

const GROUPS = ['Components and functions', 'Classes', 'Constants', 'Types'] as const;
type GroupName = (typeof GROUPS)[number];

/** Lines of a constant’s declaration: what is longer is inferred of a schema or a table, and stands in the report. */
const MOST_LINES = 120;

function groupOf({ isValue, declarations }: DoorExport): GroupName {
  if (!isValue) return 'Types';
  if (declarations.some(ts.isFunctionDeclaration)) return 'Components and functions';
  return declarations.some(ts.isClassDeclaration) ? 'Classes' : 'Constants';
}

/** The anchor of each export's heading, by its name: names that differ in case alone are told apart by a number, as GitHub and VitePress do.
 * Those with `_`, which the two write differently, have none. */
function anchorsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const used = new Map<string, number>();
  const anchors = names.map((name): [string, string] => {
    const slug = name.toLowerCase();
    const times = used.get(slug) ?? 0;
    used.set(slug, times + 1);
    return [name, times === 0 ? slug : `${slug}-${times}`];
  });
  return new Map(anchors.filter(([name]) => !name.includes('_')));
}

type Linked = (name: string) => string;

function linksTo(anchors: ReadonlyMap<string, string>): Linked {
  return (name) => {
    const anchor = anchors.get(name);
    return anchor === undefined ? `\`${name}\`` : `[${name}](#${anchor})`;
  };
}

function withLinks(text: string, linked: Linked): string {
  return text.replace(/\{@link\s+([\w$.]+)\s*(?:\|[^}]*)?\}/g, (_, name: string) => linked(name));
}

/** `const` stands two levels above its name. */
function statementOf(declaration: ts.Declaration): ts.Node {
  return ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
}

function declared(declaration: ts.Declaration): string {
  const lines = statementOf(declaration)
    .getText()
    .replace(/^(?:export |declare )+/, '')
    .split('\n')
    .filter((line) => line.trim() !== '#private;');
  const left = lines.length - MOST_LINES;
  return left <= 0 || !ts.isVariableDeclaration(declaration)
    ? lines.join('\n')
    : [...lines.slice(0, MOST_LINES), `// … ${left} lines more`].join('\n');
}

/** Names of the types that a declaration is made of. */
function namesIn(node: ts.Node): readonly string[] {
  const own =
    ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)
      ? [node.typeName.text]
      : ts.isExpressionWithTypeArguments(node) && ts.isIdentifier(node.expression)
        ? [node.expression.text]
        : ts.isTypeQueryNode(node) && ts.isIdentifier(node.exprName)
          ? [node.exprName.text]
          : [];
  const below: string[] = [];
  ts.forEachChild(node, (child) => void below.push(...namesIn(child)));
  return [...own, ...below];
}

function fenced(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

function tagLine({ name, text }: DocTag, linked: Linked): string {
  const words = withLinks(text, linked);
  switch (name) {
    case 'param': {
      const [, parameter = '', rest = ''] = /^(\S+)\s*(?:-\s*)?([\s\S]*)$/.exec(words) ?? [];
      return `- \`${parameter}\`: ${rest}`;
    }
    case 'returns':
      return `- Returns ${words}`;
    case 'throws':
      return `- Throws ${words}`;
    default:
      return `- ${name}: ${words}`;
  }
}

function sectionOf(exported: DoorExport, anchors: ReadonlyMap<string, string>): string {
  const { name, docstring, tags, declarations } = exported;
  const linked = linksTo(anchors);
  const lines = tags.filter((tag) => tag.name !== 'example').map((tag) => tagLine(tag, linked));
  const types = [...new Set(declarations.flatMap((one) => namesIn(statementOf(one))))]
    .filter((one) => one !== name && anchors.has(one))
    .map(linked);
  const examples = tags.filter((tag) => tag.name === 'example').map(({ text }) => fenced('tsx', text));
  return [
    `### ${name}`,
    withLinks(docstring, linked),
    lines.join('\n'),
    fenced('ts', declarations.map(declared).join('\n\n')),
    types.length === 0 ? '' : `Named in it: ${types.join(', ')}.`,
    ...(examples.length === 0 ? [] : ['Example:', ...examples]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** @returns the page, and what has no docstring. */
export function referenceOf(door: Door, exported: readonly DoorExport[]): Reference {
  const groups = GROUPS.map((group) => ({
    group,
    members: exported
      .filter((one) => groupOf(one) === group)
      .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  })).filter(({ members }) => members.length > 0);
  const anchors = anchorsOf(groups.flatMap(({ members }) => members.map(({ name }) => name)));
  const page = [
    `# ${door.specifier}`,
    `What \`${door.specifier}\` exports, of its docstrings. \`npm run api\` writes this page; [the report](${door.name}.api.md) beside it is what a change is held against.`,
    ...groups.flatMap(({ group, members }) => [
      `## ${group}`,
      ...members.map((one) => sectionOf(one, anchors)),
    ]),
  ].join('\n\n');
  const faults = exported
    .filter(({ docstring }) => docstring.trim() === '')
    .map(({ name }) => `${name} has no docstring`);
  return { page: `${page}\n`, faults };
}
