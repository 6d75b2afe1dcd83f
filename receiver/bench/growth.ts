/** How a measured figure grows from one number of templates to the next, for the reports. */

/** A figure at each number of templates, in the same order as those. */
export interface Figure {
  readonly name: string;
  readonly values: readonly number[];
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** A table with a column for each step. `N^1` doubles with the templates, `N^0` stays.
 * @returns empty where only one size was measured. */
export function growthTable(templates: readonly number[], figures: readonly Figure[]): string {
  if (templates.length < 2) return '';
  const steps = templates
    .slice(1)
    .map((to, at) => `${number.format(templates[at] ?? 0)} to ${number.format(to)}`);
  const rows = figures.map(({ name, values }) => `| ${[name, ...stepsOf(templates, values)].join(' | ')} |`);
  return `| from … to … templates | ${steps.join(' | ')} |\n|---|${'---|'.repeat(steps.length)}\n${rows.join('\n')}\n`;
}

function stepsOf(templates: readonly number[], values: readonly number[]): readonly string[] {
  return templates.slice(1).map((to, at) => {
    const [more, factor] = [to / (templates[at] ?? 0), (values[at + 1] ?? 0) / (values[at] ?? 0)];
    return `× ${number.format(factor)} (N^${(Math.log(factor) / Math.log(more)).toFixed(2)})`;
  });
}
