import type { Receipt } from '../core/record.js';
import type { Controller } from '../core/types.js';
import type { Vault } from '../vault/vault.js';
import type { Ports, TransportPort } from './ports.js';

export interface DeskPorts {
  /** Reads a receipt file. @throws `receipt.*` */
  read(file: string): Receipt;
  controller(receipt: Receipt): Controller | null;
  transport(endpoint: string): Pick<TransportPort, 'read' | 'contest' | 'withdraw' | 'endSession'>;
  /** The receiver of what could not be delivered; null where the page names none, and then nothing is listed. */
  readonly endpoint: string | null;
  readonly vault: Vault;
  /** Of `endpoint`'s receiver. */
  readonly clock: Ports['clock'];
  /** A file of more bytes is no receipt. */
  readonly maxBytes: number;
  /** Whether the receiver is asked about each kept receipt as soon as it is listed. */
  readonly asksAtOnce: boolean;
}
