import type { ReactElement } from 'react';
import { MyDataControl } from '../MyDataControl.js';
import { Brief } from '../notice/Brief.js';
import { Choice } from '../notice/Choice.js';
import { Details } from '../notice/Details.js';
import { LanguageSelect } from '../notice/LanguageSelect.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { UndeliveredNote } from '../Undelivered.js';
import { Alternatives } from '../Ways.js';
import { type ScreenProps, useWidget } from '../widget.js';

/** Says in short what happens, asks once, and has everything else below: on a phone and on a desk the two answers are in
 * view without scrolling (requirements L-02, L-05). */
export function NoticeScreen({ state: { view, undelivered, keeps } }: ScreenProps<'notice'>): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  const { notice, alternatives } = view;
  return (
    <Screen
      step="notice"
      eyebrow={t('notice.asks', { name: notice.controller.name })}
      title={t('notice.title')}
      corner={<LanguageSelect view={view} />}
      actions={<Choice view={view} />}
      after={
        <>
          <div className="candor-notice">
            <Details view={view} />
          </div>
          <Alternatives title={t('notice.alternatives')} alternatives={alternatives} />
        </>
      }
    >
      {undelivered === null ? null : (
        <UndeliveredNote
          undelivered={undelivered}
          name={notice.controller.name}
          onSend={() => send({ type: 'send' })}
          onDiscard={() => send({ type: 'discard' })}
        />
      )}
      {keeps ? <MyDataControl /> : null}
      <div className="candor-notice">
        <Brief view={view} />
      </div>
    </Screen>
  );
}
