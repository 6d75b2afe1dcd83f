import type { ReactElement } from 'react';
import type { BytesLoaded, Locale } from '../core/types.js';
import { useText } from './text.js';
import { useSpoken } from './widget.js';

/** How often the share is said: a number that is read out with every change keeps everything else from being heard. */
const SPOKEN_STEPS = 4;
const BYTES_PER_MEGABYTE = 1_000_000;

/** `4.1 / 15.8 MB`, the numbers and the unit in the words of the language. */
export function megabytes({ loadedBytes, totalBytes }: BytesLoaded, locale: Locale): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const number = new Intl.NumberFormat(locale, digits);
  const unit = new Intl.NumberFormat(locale, { ...digits, style: 'unit', unit: 'megabyte' });
  const [loaded, total] = [loadedBytes, totalBytes].map((bytes) => bytes / BYTES_PER_MEGABYTE);
  return `${number.format(loaded ?? 0)} / ${unit.format(total ?? 0)}`;
}

/** How much has come, 0…1, in so many steps; 0 before the first. */
function shareIn(steps: number, { loadedBytes, totalBytes }: BytesLoaded): number {
  return Math.floor((steps * loadedBytes) / totalBytes) / steps;
}

/** Which quarter has come, 0…1; 0 before the first. */
export function spokenShare(download: BytesLoaded): number {
  return shareIn(SPOKEN_STEPS, download);
}

export interface DownloadBarProps {
  readonly download: BytesLoaded;
  /** Says each quarter aloud: where nothing else has to be heard. */
  readonly isSpoken?: boolean | undefined;
}

/** How far a download is. */
export function DownloadBar({ download, isSpoken = false }: DownloadBarProps): ReactElement {
  const { t, format, locale } = useText();
  const text = megabytes(download, locale);
  const share = spokenShare(download);
  useSpoken(isSpoken && share > 0 ? `${t('loading.title')} ${format.share(share)}` : '');
  return (
    <div className="candor-download">
      <progress
        max={download.totalBytes}
        value={download.loadedBytes}
        aria-label={t('loading.title')}
        // The two numbers and the stroke between them say little to who only hears them.
        aria-valuetext={format.share(shareIn(100, download))}
      />
      <span className="candor-small" aria-hidden="true">
        {text}
      </span>
    </div>
  );
}
