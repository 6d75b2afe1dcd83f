import { type ReactElement, useEffect } from 'react';
import type { Action } from '../../core/types.js';
import { Icon } from '../icons.js';
import { CueIcon } from '../Preview.js';
import { useText } from '../text.js';
import { useWidget } from '../widget.js';

/** What a recording will ask, asked for nothing: the same words, arrow and tone, at the same place. */
export function PracticePanel({ cue }: { readonly cue: Action | null }): ReactElement {
  const { t } = useText();
  const { urge, tones, autoStart } = useWidget();
  const text = t(cue === null ? 'recording.ahead' : `cue.${cue}`);
  useEffect(() => {
    urge(text);
    if (cue !== null) tones.play('cue');
  }, [urge, text, tones, cue]);
  useEffect(() => () => urge(''), [urge]);
  return (
    <div className="candor-panel" data-practice="true">
      <p className="candor-hint candor-hint-cue" part="hint" data-cue={cue ?? 'ahead'}>
        {cue === null ? <Icon name="face" /> : <CueIcon cue={cue} />}
        <span>{text}</span>
      </p>
      {autoStart ? null : <p className="candor-left">{t('permission.notYet')}</p>}
    </div>
  );
}
