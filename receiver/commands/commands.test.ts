import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS, chooseCommand, listCommands } from './commands.js';

describe('the words of the command line', () => {
  it('are those that the arguments begin with', () => {
    for (const words of COMMANDS.keys()) {
      const chosen = chooseCommand([...words.split(' '), '--flag', 'value']);
      expect(chosen).toMatchObject({ words, args: ['--flag', 'value'] });
    }
  });

  it.each([[[]], [['--port', '0']], [['--help']]])('are start where there are none: %j', (given) => {
    expect(chooseCommand(given)).toMatchObject({ words: 'start', args: given });
  });

  it('are refused when there is no such command', () => {
    expect(() => chooseCommand(['stop'])).toThrow('stop is no command; candor-receiver --help lists them');
    expect(() => chooseCommand(['keys'])).toThrow(/keys is no command/);
  });

  it('are all in docs/receiver.md', () => {
    const table = readFileSync(new URL('../../docs/receiver.md', import.meta.url), 'utf8').split('\n');
    const named = table.filter((line) => line.startsWith('| `')).map((line) => line.split('|')[1] ?? '');
    for (const words of COMMANDS.keys()) expect(named.join(), words).toContain(`\`${words}\``);
  });

  it('are all loaded, and all listed for --help', async () => {
    for (const [words, { load, summary }] of COMMANDS) {
      expect(typeof (await load()).run, words).toBe('function');
      expect(listCommands()).toContain(`  ${words} `);
      expect(summary).not.toBe('');
    }
  });
});
