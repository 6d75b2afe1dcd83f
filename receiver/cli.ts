#!/usr/bin/env node
import { chooseCommand } from './commands/commands.js';
import { asksForHelp, HELP } from './help.js';
import { reasonOf } from './start-error.js';

async function main(): Promise<number> {
  const given = process.argv.slice(2);
  if (asksForHelp(given)) {
    process.stdout.write(HELP);
    return 0;
  }
  const { load, args } = chooseCommand(given);
  const command = await load();
  return command.run({
    args,
    env: process.env,
    print: (text) => process.stdout.write(text),
    note: (text) => process.stderr.write(text),
  });
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (thrown: unknown) => {
    process.stderr.write(`candor-receiver: ${reasonOf(thrown)}\n`);
    process.exitCode = 1;
  },
);
