import type { OptionIssue } from '../option-error.js';
import { SETTINGS, type Setting, variableOf } from './settings.js';

/** What was given, by the settings' keys: unchecked. */
export type Given = Readonly<Record<string, unknown>>;

export interface Collected {
  readonly given: Given;
  readonly issues: readonly OptionIssue[];
}

type Flags = Readonly<Record<string, unknown>>;
type Environment = Readonly<Record<string, string | undefined>>;

/** Values of flags and of the environment; flags come first. An empty variable is not set.
 * @param flags - as `parseArgs` gives them. */
export function collect(flags: Flags, env: Environment): Collected {
  const given: Record<string, unknown> = {};
  const issues: OptionIssue[] = [];
  for (const setting of SETTINGS) {
    const { raw, source } = rawValue(setting, flags, env);
    if (raw === undefined) continue;
    const value = converted(setting, raw);
    if (value === null) issues.push({ field: source, reason: reasonOf(setting) });
    else given[setting.key] = value;
  }
  return { given, issues };
}

function rawValue(setting: Setting, flags: Flags, env: Environment): { raw: unknown; source: string } {
  const flag = flags[setting.flag];
  if (flag !== undefined) return { raw: flag, source: setting.flag };
  const names = [variableOf(setting), ...(setting.variable === undefined ? [] : [setting.variable])];
  const name = names.find((candidate) => env[candidate]);
  return { raw: name === undefined ? undefined : env[name], source: name ?? setting.flag };
}

/** Null for what is not of the setting's form. */
function converted({ form }: Setting, raw: unknown): unknown {
  switch (form) {
    case 'text':
      return raw;
    case 'texts':
      return Array.isArray(raw)
        ? raw
        : String(raw)
            .split(',')
            .map((text) => text.trim());
    case 'number':
      return /^\d{1,10}$/.test(String(raw)) ? Number(raw) : null;
    case 'switch':
      return (
        new Map<unknown, boolean>([
          [true, true],
          ['true', true],
          ['1', true],
          ['false', false],
          ['0', false],
        ]).get(raw) ?? null
      );
    default:
      return form satisfies never;
  }
}

/** Without the value: it may belong to another setting, which is secret. */
function reasonOf({ form }: Setting): string {
  return form === 'number' ? 'is not a whole number' : 'is neither true nor false';
}

/** For `parseArgs`. */
export function flagsForParseArgs(): Record<string, { type: 'string' | 'boolean'; multiple: boolean }> {
  return Object.fromEntries(
    SETTINGS.map(({ flag, form }) => [
      flag,
      { type: form === 'switch' ? 'boolean' : 'string', multiple: form === 'texts' } as const,
    ]),
  );
}
