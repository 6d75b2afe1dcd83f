import type { ReactElement } from 'react';
import type { LightStep } from '../core/types.js';

type Colour = LightStep['rgb'];

export function cssColour([red, green, blue]: Colour): string {
  return `rgb(${red}, ${green}, ${blue})`;
}

/** The colour that is due, over the whole window and behind the widget: the screen is the lamp. It changes at once and
 * never fades, because the check compares moments. Drawn, not styled: the widget writes no `style` attribute. */
export function LightLayer({ colour }: { readonly colour: Colour }): ReactElement {
  return (
    <svg className="candor-light" data-light={colour.join(' ')} aria-hidden="true" focusable="false">
      <rect width="100%" height="100%" fill={cssColour(colour)} />
    </svg>
  );
}
