import { type ChangeEvent, type ReactElement, useId } from 'react';
import { useText } from '../text.js';

interface ReceiptFileProps {
  readonly onPick: (file: Blob) => void;
  /** The same words stand above it already: then the label is heard and not seen. */
  readonly titled?: boolean | undefined;
}

/** The browser's own control for a file: it needs no words of ours to be understood, and works with a keyboard. */
export function ReceiptFile({ onPick, titled = false }: ReceiptFileProps): ReactElement {
  const { t } = useText();
  const id = useId();
  const pick = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = currentTarget.files ?? [];
    if (file !== undefined) onPick(file);
    // So that the same file can be picked again.
    currentTarget.value = '';
  };
  return (
    <>
      <label className={titled ? 'candor-unseen' : 'candor-subtitle'} htmlFor={id}>
        {t('desk.file')}
      </label>
      <p>{t('desk.fileBody')}</p>
      <input
        className="candor-file"
        id={id}
        type="file"
        accept="application/json,.json"
        data-action="open-receipt"
        onChange={pick}
      />
    </>
  );
}
