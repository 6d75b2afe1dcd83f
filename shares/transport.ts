import type { Bytes } from '../src/core/bytes.js';
import type { Neighbour, Party } from './party.js';

/** One party's two channels for one session. Whoever implements it must keep what is sent secret from all but its receiver and
 * unchanged, in order, and each session apart from every other. */
export interface Channels {
  readonly party: Party;
  readonly traffic: Traffic;
  /** Hands a message over; it need not have arrived when this resolves. The bytes stay the caller's. */
  send(to: Neighbour, round: number, bytes: Bytes, signal: AbortSignal): Promise<void>;
  /** The next message of that neighbour, which must be of this round; the caller owns it.
   * @throws {@link ShareError} `shares.wrong_round`, or the signal's reason. */
  receive(from: Neighbour, round: number, signal: AbortSignal): Promise<Bytes>;
}

/** What a party has sent so far. */
export interface Traffic {
  readonly bytesSent: number;
  /** Rounds in which it sent anything. */
  readonly rounds: number;
}
