import type { ReceiverContext } from '../context.js';
import { jsonLines } from '../log.js';
import { assemble } from '../receiver.js';
import { eraseSubject, exportSubject } from '../subjects/subjects.js';
import type { Command, Invocation } from './command.js';
import { configured, takeFlag } from './configured.js';

const HELP = (words: string, does: string): string => `candor-receiver ${words} --subject TEXT: ${does}

  --subject TEXT        as the marketplace named the seller when the session was opened

The receiver of this data folder must not run meanwhile; where several share their keys, these go on.
`;

/** `candor-receiver export`: as JSON on stdout, which is for the seller. */
export const exportCommand: Command = {
  run: (invocation) =>
    ofSubject(
      invocation,
      HELP(
        'export',
        'what is stored of a seller, without the vector, other sellers and credentials, as JSON',
      ),
      ({ database, config }, subject) =>
        exportSubject(database, subject, config.now(), config.threeOperators?.operators),
    ),
};

/** `candor-receiver erase` */
export const eraseCommand: Command = {
  run: (invocation) =>
    ofSubject(
      invocation,
      HELP('erase', 'withdraws all that is stored of a seller, and prints how much it was'),
      // What an operator that is away has to delete, the receiver goes on with.
      ({ database, erasing, config, three }, subject) =>
        eraseSubject(database, erasing, subject, config.now(), [], three),
    ),
};

async function ofSubject(
  { args, env, print, note }: Invocation,
  help: string,
  work: (context: ReceiverContext, subject: string) => Promise<object>,
): Promise<number> {
  const { value: subject, rest } = takeFlag(args, 'subject');
  const found = await configured({ env, print }, rest, help);
  if (found === null) return 0;
  if (subject === undefined || subject === '') throw new TypeError('--subject is missing');
  const { receiver, context } = await assemble({
    ...found.options.receiver,
    // No envelope comes.
    openers: 0,
    log: jsonLines(note, () => new Date()),
  });
  try {
    print(`${JSON.stringify(await work(context, subject), null, 2)}\n`);
    return 0;
  } finally {
    await receiver.close();
  }
}
