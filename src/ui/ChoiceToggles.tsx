import { type ReactElement, useId } from 'react';
import type { Choices, Offers, WantedChoices } from '../flow/state.js';
import { Toggle } from './Control.js';
import { useText } from './text.js';
import { useWidget } from './widget.js';

export interface ChoiceTogglesProps {
  readonly choices: Choices;
  readonly offers: Offers;
  readonly disabled?: boolean | undefined;
}

/** Other ways to record, one press each and one press back, without a reason (requirements ).
 * @param props.titled - whether the title is seen as well as heard: where it stands above them already, it is not. */
export function ChoiceToggles({
  choices,
  offers,
  disabled,
  titled,
}: ChoiceTogglesProps & { readonly titled: boolean }): ReactElement | null {
  const { t } = useText();
  const { send } = useWidget();
  if (!offers.moreTime && !offers.profile) return null;
  const choose = (wanted: WantedChoices): void => send({ type: 'choose', choices: wanted });
  return (
    <fieldset className="candor-choices">
      <legend className={titled ? 'candor-subtitle' : 'candor-unseen'}>{t('choices.title')}</legend>
      <div className="candor-pair">
        {offers.moreTime ? (
          <Toggle
            action="more-time"
            on={choices.moreTime}
            disabled={disabled}
            detail={t('choices.moreTimeBody')}
            onSwitch={(moreTime) => choose({ moreTime })}
          >
            {t('choices.moreTime')}
          </Toggle>
        ) : null}
        {offers.profile ? (
          <Toggle
            action="profile"
            value="no-gestures"
            on={choices.profile === 'no-gestures'}
            disabled={disabled}
            detail={t('choices.noGesturesBody')}
            onSwitch={(on) => choose({ profile: on ? 'no-gestures' : 'standard' })}
          >
            {t('choices.noGestures')}
          </Toggle>
        ) : null}
      </div>
    </fieldset>
  );
}

/** Sounds for who does not look at the screen; nothing about the check changes. */
export function TonesToggle(): ReactElement {
  const { t } = useText();
  const { tones } = useWidget();
  return (
    <div className="candor-pair">
      <Toggle action="tones" on={tones.on} onSwitch={tones.turn}>
        {t('choices.tones')}
      </Toggle>
    </div>
  );
}

/** The check with coloured light: what it does and whom it may trouble comes before the choice, which is off
 * (requirement C-09). */
export function ColourCheckToggle({ choices, offers, disabled }: ChoiceTogglesProps): ReactElement | null {
  const { t } = useText();
  const { send } = useWidget();
  const warningId = useId();
  if (!offers.colourCheck) return null;
  return (
    <section className="candor-choices">
      <p className="candor-small" id={warningId}>
        {t('choices.lightWarning')}
      </p>
      <div className="candor-pair">
        <Toggle
          action="colour-check"
          on={choices.colourCheck}
          disabled={disabled}
          describedBy={warningId}
          detail={t('choices.lightBody')}
          onSwitch={(colourCheck) => send({ type: 'choose', choices: { colourCheck } })}
        >
          {t('choices.light')}
        </Toggle>
      </div>
    </section>
  );
}
