import { readFile } from 'node:fs/promises';
import canonicalize from 'canonicalize';
import { bytes, suiteOf } from './open-envelope.js';
import type { StoredKey } from './receiver.js';

/** One of the three components that a template is split into. */
export type Component = Uint32Array;

/** The components by number, and the template that they add up to: fixed point of 13 bits, in two's complement. */
export interface OpenedParts {
  readonly components: readonly [Component, Component, Component];
  readonly template: Int32Array;
}

const PARTS = [0, 1, 2] as const;
const SALTS_BYTES = 64;

/** Opens all three parts of a request's body as docs/protocol.md has it, with an implementation of RFC 9180 that Candor does not use.
 * Nobody but a test has the three keys.
 * @param keyFiles - of the operators, in their order.
 * @param audience - the receiver's, from its discovery. @param dim - of its model. */
export async function openParts(
  body: Buffer,
  keyFiles: readonly string[],
  audience: string,
  dim: number,
): Promise<OpenedParts> {
  const { header, parts } = JSON.parse(body.toString('utf8'));
  const aad = Buffer.from(canonicalize(header) ?? '');
  const own = await Promise.all(
    PARTS.map(async (part) => {
      const keys: readonly StoredKey[] = JSON.parse(await readFile(keyFiles[part] ?? '', 'utf8'));
      const kid = header.sharing.kids[part];
      const key = keys.find((each) => each.kid === kid);
      if (key === undefined) throw new Error(`operator ${part} has no key ${kid}`);
      const suite = suiteOf(key.kem);
      const plaintext = await suite.Open(
        await suite.DeserializePrivateKey(bytes(key.privateKey)),
        bytes(parts[part].enc),
        bytes(parts[part].ciphertext),
        { info: Buffer.from(`candor/share/1\n${audience}\n${kid}\n${part}`), aad },
      );
      return firstComponent(Buffer.from(plaintext), dim);
    }),
  );
  const [first, second, third] = own;
  if (first === undefined || second === undefined || third === undefined) throw new TypeError('three parts');
  const template = Int32Array.from(first, (word, at) => word + (second[at] ?? 0) + (third[at] ?? 0));
  return { components: [first, second, third], template };
}

function firstComponent(plaintext: Buffer, dim: number): Component {
  return Uint32Array.from({ length: dim }, (_, at) => plaintext.readUInt32LE(SALTS_BYTES + 4 * at));
}
