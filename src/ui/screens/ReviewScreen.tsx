import type { ReactElement } from 'react';
import type { AfterVerdict } from '../../liveness/after-verdict.js';
import { ChoiceToggles } from '../ChoiceToggles.js';
import { ClipPlayer, NoClip } from '../ClipPlayer.js';
import { Control } from '../Control.js';
import { Checks, Findings } from '../Findings.js';
import { Icon } from '../icons.js';
import { PayloadTable } from '../PayloadTable.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { Actions } from '../Ways.js';
import { type ScreenProps, type StateOf, useSpoken, useWidget } from '../widget.js';

/** The seller sees the clip, the verdict and exactly what would be sent, then sends, records again or leaves. */
export function ReviewScreen({ state }: ScreenProps<'review'>): ReactElement {
  const { t } = useText();
  const mustRedo = state.afterVerdict?.kind === 'redo';
  useSpoken(state.preparing ? t('review.preparing') : spokenAfterVerdict(state.afterVerdict, t));
  return (
    <Screen
      step="review"
      title={t(mustRedo ? 'review.titleRedo' : 'review.title')}
      actions={<ReviewActions state={state} />}
    >
      <div className="candor-review">
        {state.clip.kind === 'recorded' ? (
          <ClipPlayer clip={state.clip} kept={state.clipKept} keepsFor={state.keepsFor} />
        ) : (
          <NoClip />
        )}
        <div className="candor-panel">
          {state.preparing ? <Preparing /> : <Findings state={state} />}
          {asksForMore(state) ? <ChoiceToggles {...state} titled /> : null}
          {state.preview === null || mustRedo ? null : <SentLine submitBy={state.submitBy} />}
          <div>
            {state.verdict === null ? null : <Checks verdict={state.verdict} />}
            {state.preview === null || mustRedo ? null : <PayloadTable preview={state.preview} />}
          </div>
        </div>
      </div>
    </Screen>
  );
}

/** What goes, and until when it is taken: the receiver's session ends a quarter of an hour after it began (WCAG 2.2.1). */
function SentLine({ submitBy }: Pick<StateOf<'review'>, 'submitBy'>): ReactElement {
  const { t, format } = useText();
  return (
    <>
      <p className="candor-line">
        <Icon name="seal" />
        <span>{t('review.sent')}</span>
      </p>
      <p className="candor-line" data-until={submitBy}>
        <Icon name="calendar" />
        <span>{t('review.until', { time: format.time(submitBy) })}</span>
      </p>
    </>
  );
}

/** The movements were what went wrong, and there is another try: then they may come slower, or not at all. */
function asksForMore({ afterVerdict, attemptsLeft }: StateOf<'review'>): boolean {
  if (afterVerdict?.kind !== 'redo' || attemptsLeft === 0) return false;
  return afterVerdict.reasons.some((reason) => reason.startsWith('challenge.'));
}

function spokenAfterVerdict(afterVerdict: AfterVerdict | null, t: ReturnType<typeof useText>['t']): string {
  return afterVerdict?.kind === 'redo' ? t('review.titleRedo') : t('review.title');
}

function Preparing(): ReactElement {
  const { t } = useText();
  return (
    <div className="candor-preparing">
      <div className="candor-spinner" />
      <p>{t('review.preparing')}</p>
    </div>
  );
}

function ReviewActions({ state }: ScreenProps<'review'>): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  const maySend = state.afterVerdict !== null && state.afterVerdict.kind !== 'redo' && state.preview !== null;
  const mayRedo = state.preparing || state.attemptsLeft > 0;
  const redo = (look: 'main' | 'plain'): ReactElement | null =>
    !mayRedo ? null : (
      <Control action="redo" look={look} disabled={state.preparing} onPress={() => send({ type: 'redo' })}>
        {t('review.redo')}
      </Control>
    );
  if (!maySend) return <Actions>{redo('main')}</Actions>;
  return (
    <Actions>
      {redo('plain')}
      <Control action="send" look="main" onPress={() => send({ type: 'send' })}>
        {t('review.send')}
      </Control>
    </Actions>
  );
}
