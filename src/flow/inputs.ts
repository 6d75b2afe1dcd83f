import type { Receipt } from '../core/record.js';
import type {
  CameraInput,
  CaptureActorInput,
  DeliveryActorInput,
  DiscoveredInput,
  OptOutInput,
  PositioningActorInput,
  SessionInput,
} from './actors.js';
import type { Agreed, ConsentInput } from './agreement.js';
import { sessionOf, waitingOf } from './attempt.js';
import { shown } from './choices.js';
import type { FlowContext } from './context.js';
import type { DeadlineInput, SettleInput } from './left-behind.js';
import type { PrepareInput } from './prepare.js';
import type { ContestInput, RecordInput, WithdrawInput } from './receipt-actors.js';
import type { FlowCommand } from './state.js';

/** What each invoked actor is given. A state that invokes one is only reached when its parts exist; should one be
 * missing all the same, that is a fault of the machine and says so. */

export interface Given {
  readonly context: FlowContext;
}

function present<T>(value: T | null, name: string): T {
  if (value === null) throw new TypeError(`the flow reached a state without its ${name}`);
  return value;
}

export const ports = ({ context }: Given) => ({ ports: context.ports });

export const patient = ({ context }: Given) => ({ ports: context.ports, patient: true });

export const impatient = ({ context }: Given) => ({ ports: context.ports, patient: false });

export const camera = ({ context }: Given): CameraInput => ({
  ports: context.ports,
  receipt: present(context.consent, 'consent').receipt,
  wish: { deviceId: context.cameraId, silentIds: context.silentCameraIds },
});

export const positioning = ({ context }: Given): PositioningActorInput => ({
  ports: context.ports,
  camera: present(context.opened, 'camera').camera,
  vision: present(context.vision, 'vision'),
  profile: context.choices.profile,
});

export const session = ({ context }: Given): SessionInput => ({
  ports: context.ports,
  options: context.options,
  choices: context.choices,
  locale: context.locale,
  noticeHash: present(context.consent, 'consent').noticeHash,
});

export const capture = ({ context }: Given): CaptureActorInput => ({
  ...positioning({ context }),
  challenge: shown(present(sessionOf(context.attempt), 'session').challenge, context.choices),
  accepted: context.accepted,
});

export const prepare = ({ context }: Given): PrepareInput => {
  const { ports, options, choices, attempt, accepted } = context;
  if (attempt?.kind !== 'captured') throw new TypeError('the flow reached a state without its captured clip');
  return {
    ports,
    options,
    choices,
    accepted,
    discovery: present(context.discovery, 'discovery'),
    session: attempt.session,
    consent: present(context.consent, 'consent'),
    vision: present(context.vision, 'vision'),
    captured: attempt.captured,
  };
};

export const delivery = ({ context }: Given): DeliveryActorInput => ({
  ports: context.ports,
  waiting: present(waitingOf(context.attempt), 'envelope'),
  isStored: context.attempt?.kind === 'delivery' && context.attempt.isStored,
});

/** When the seller begins anew: the clips that they kept stay theirs. */
export const settleEarlier = ({
  context: { ports, left, aftermath },
}: Pick<Given, 'context'>): SettleInput => ({
  ports,
  sent: left.sent,
  before: aftermath,
  clips: [],
  delivered: 'stays',
});

/** When the seller has it deleted. */
export const settleNow = (given: Pick<Given, 'context'>): SettleInput => ({
  ...settleEarlier(given),
  delivered: 'goes',
});

/** When the seller says no: nothing of this visit is left. What they kept of earlier checks stays with its receipt. */
export const settleAll = ({ context }: Given): SettleInput => ({
  ...settleNow({ context }),
  clips: [...new Set([...context.keptClips, ...sessionsOf(context.left)])],
});

/** Of earlier visits, what was never confirmed: its clip goes with it. */
function sessionsOf({ waiting, sent }: FlowContext['left']): readonly string[] {
  const sessions = sent.map(({ sessionId }) => sessionId);
  return waiting === null ? sessions : [...sessions, waiting.envelope.header.sessionId];
}

export const consent = ({
  context,
  event,
}: Given & { readonly event: { readonly type: string } }): ConsentInput => ({
  ports: context.ports,
  discovery: present(context.discovery, 'discovery'),
  locale: context.locale,
  agreed: agreedBy(event as FlowCommand, context),
});

/** Only the consent command's act is the consent; after a failure the one before stands. */
function agreedBy(command: FlowCommand, { consent }: FlowContext): Agreed {
  if (command.type === 'retry') return { kind: 'before', consent: present(consent, 'consent') };
  if (command.type !== 'consent') throw new TypeError(`consent cannot be given by ${command.type}`);
  const { method, purposeIds } = command;
  return { kind: 'now', method, purposeIds };
}

export const optOut = ({ context: { ports, options, locale, ending } }: Given): OptOutInput => {
  if (ending?.kind !== 'opted-out') throw new TypeError('the flow reached a state without its alternative');
  return { ports, options, locale, alternative: ending.alternative.id };
};

function receiptOf({ ending }: FlowContext): Receipt {
  if (ending === null || !('receipt' in ending))
    throw new TypeError('the flow reached a state without its receipt');
  return ending.receipt;
}

export const record = ({ context }: Given): RecordInput => ({
  ports: context.ports,
  outcome: receiptOf(context).outcome,
});

export const withdrawal = ({ context }: Given): WithdrawInput => ({
  ports: context.ports,
  receipt: receiptOf(context),
  clips: context.keptClips,
});

export const deadline = ({ context: { ports, left } }: Given): DeadlineInput => ({ ports, left });

export const discovered = ({ context: { ports, discovery } }: Given): DiscoveredInput => ({
  ports,
  discovery: present(discovery, 'discovery'),
});

/** Only on the contest command: its text is the objection. */
export const contest = (given: Given & { readonly event: { readonly type: string } }): ContestInput => {
  const command = given.event as FlowCommand;
  if (command.type !== 'contest') throw new TypeError(`an objection cannot be made by ${command.type}`);
  return { ...record(given), text: command.text };
};
