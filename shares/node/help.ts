/** What `candor-share-node --help` prints. */
export const HELP = `candor-share-node: one of the three operators who compare faces that none of them has (docs/three-operators.md)

  candor-share-node init --party 0|1|2 --dir FOLDER --host HOST --port PORT [--listen HOST]
                         [--model ID] [--dim N] [--threshold X] [--audience AUDIENCE]
      makes certificate, keys and FOLDER/node.json, in which the two others and who may ask are to be filled in;
      prints what they and the marketplace have to know of this operator, as JSON
  candor-share-node certificate --dir FOLDER [--name NAME]
      makes a certificate and its key for the marketplace, and prints its fingerprint
  candor-share-node --config FOLDER/node.json
      runs the node, until SIGTERM; prints its notices, one line of JSON each
  candor-share-node --config FOLDER/node.json --log
      prints what was decided, whether the node runs or not
`;

/** @param args - as they were typed. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.length === 0 || args.includes('--help');
}
