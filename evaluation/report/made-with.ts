import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What a report says of its own making: the command, the commit, the built worker, the day. */
export function madeWith(command: string): Readonly<Record<string, string>> {
  const git = (...args: readonly string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const isChanged = git('status', '--porcelain', '--', 'src', 'evaluation', 'bench') !== '';
  const worker = createHash('sha256').update(readFileSync('dist/assets/candor-worker.js')).digest('hex');
  return {
    command: `\`${command}\``,
    commit: `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ', with changes' : ''}`,
    'analysis worker': `SHA-256 ${worker.slice(0, 16)}…`,
    date: new Date().toISOString().slice(0, 10),
  };
}
