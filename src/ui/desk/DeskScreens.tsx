import type { ReactElement } from 'react';
import { unreachable } from '../../core/unreachable.js';
import type { Desk, DeskCommand, DeskState } from '../../flow/desk-state.js';
import { Control } from '../Control.js';
import { Disclosure } from '../Disclosure.js';
import type { DeskView } from '../desk-view.js';
import { KeptStill } from '../KeptStill.js';
import { Problem } from '../Problem.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { useWidget } from '../widget.js';
import { DeletionFacts, DeletionFile, DeletionLead, deletionTitle } from './Deletion.js';
import { KeptHere } from './KeptHere.js';
import { OpenScreen } from './OpenScreen.js';
import { ReceiptFile } from './ReceiptFile.js';
import { TakeOut } from './TakeOut.js';

/** What is shown of a check that the receiver has, at its end and at a desk: one part, fetched when the seller has agreed, and
 * when a desk is shown. */

export { DoneScreen } from '../screens/DoneScreen.js';
export { WithdrawnScreen } from '../screens/WithdrawnScreen.js';

export interface DeskScreenProps<Kind extends DeskState['kind']> {
  readonly state: Extract<DeskState, { readonly kind: Kind }>;
  readonly send: (command: DeskCommand) => void;
}

export interface DeskStatesProps {
  readonly state: DeskState;
  readonly desk: Desk;
  readonly view: DeskView;
  readonly endpoint: string | undefined;
  readonly onLeave?: (() => void) | undefined;
}

export function DeskStates({ state, ...props }: DeskStatesProps): ReactElement {
  const { send } = props.desk;
  switch (state.kind) {
    case 'list':
      return props.view === 'my-data' ? (
        <MyDataScreen state={state} {...props} />
      ) : (
        <ReceiptsScreen state={state} {...props} />
      );
    case 'open':
      return <OpenScreen state={state} send={send} />;
    case 'withdrawn':
      return <WithdrawnDesk state={state} send={send} />;
    default:
      return unreachable(state);
  }
}

type ListProps = Omit<DeskStatesProps, 'state'> & Pick<DeskScreenProps<'list'>, 'state'>;

/** The place for a file, and what this browser has. */
function ReceiptsScreen({ state, desk: { send }, endpoint }: ListProps): ReactElement {
  const { t } = useText();
  return (
    <Screen step="list" title={t('done.receipt')}>
      <p className="candor-lead">{t('desk.body')}</p>
      {state.problem === null ? null : <Problem error={state.problem} />}
      <section className="candor-ways" part="ways">
        <ReceiptFile onPick={(file) => send({ type: 'open-file', file })} />
      </section>
      <KeptHere state={state} name={nameOf(endpoint)} send={send} titled />
    </Screen>
  );
}

/** All that there is of this seller's, and the way to take it out. */
function MyDataScreen({ state, desk, endpoint, onLeave }: ListProps): ReactElement {
  const { t } = useText();
  const { send } = desk;
  const name = useWidget().notice?.notice.controller.name ?? nameOf(endpoint);
  const { receipts, clips, undelivered } = state.kept;
  const isEmpty = receipts.length + clips.length === 0 && undelivered === null;
  return (
    <Screen step="list" title={t('mine.title')}>
      <p className="candor-lead">{t('mine.body', { name })}</p>
      {state.problem === null ? null : <Problem error={state.problem} />}
      <KeptHere state={state} name={name} send={send} />
      {isEmpty ? null : <TakeOut desk={desk} />}
      <Disclosure title={t('desk.file')}>
        <ReceiptFile titled onPick={(file) => send({ type: 'open-file', file })} />
      </Disclosure>
      {onLeave === undefined ? null : (
        <Control action="back" look="quiet" onPress={onLeave}>
          {t('desk.back')}
        </Control>
      )}
    </Screen>
  );
}

/** The endpoint may be relative to the page. */
function nameOf(endpoint: string | undefined): string {
  return endpoint === undefined ? '' : new URL(endpoint, document.baseURI).host;
}

/** The receiver's own confirmation, with its date (requirement L-13), and the way on. */
function WithdrawnDesk({ state, send }: DeskScreenProps<'withdrawn'>): ReactElement {
  const text = useText();
  return (
    <Screen
      step="withdrawn"
      title={deletionTitle(state, text)}
      actions={
        <div className="candor-actions" part="actions">
          <div className="candor-bar">
            <Control action="back" look="plain" onPress={() => send({ type: 'back' })}>
              {text.t('desk.back')}
            </Control>
          </div>
        </div>
      }
    >
      <DeletionLead {...state} />
      {state.clipsLeft ? <KeptStill onDelete={() => send({ type: 'withdraw' })} /> : null}
      <DeletionFacts {...state} />
      <DeletionFile {...state} />
    </Screen>
  );
}
