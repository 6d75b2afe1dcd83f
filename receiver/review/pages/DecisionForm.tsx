/** @jsxImportSource hono/jsx */
import type { JSX } from 'hono/jsx/jsx-runtime';
import { actsFor } from '../../store/decide-case.js';
import type { CaseView } from '../case-view.js';
import type { FormFault, FormField, TypedForm } from '../form.js';
import { ACT_MEANING, ACT_TITLE, type ActKind } from '../words.js';

export interface DecisionFormProps {
  readonly view: CaseView;
  /** Proves that this form was made for this reviewer and case. */
  readonly token: string;
  /** What was typed before, where the form comes back. */
  readonly typed: TypedForm;
  readonly faults: readonly FormFault[];
}

export function DecisionForm({ view, token, typed, faults }: DecisionFormProps): JSX.Element {
  return (
    <form method="post">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="revision" value={String(view.revision)} />
      <Faults faults={faults} />
      <fieldset>
        <legend>What did you find?</legend>
        {actsFor(view).map((act) => (
          <Choice act={act} chosen={typed.outcome === act} />
        ))}
      </fieldset>
      {view.hits.length === 0 ? null : <SecondAccount typed={typed} faults={faults} />}
      <button type="submit">Record this decision</button>
    </form>
  );
}

function Choice({ act, chosen }: { readonly act: ActKind; readonly chosen: boolean }): JSX.Element {
  return (
    <div class="choice">
      <input
        type="radio"
        id={act}
        name="outcome"
        value={act}
        required
        checked={chosen}
        aria-describedby={`${act}-meaning`}
      />
      <div>
        <label for={act}>{ACT_TITLE[act]}</label>
        <p class="muted" id={`${act}-meaning`}>
          {ACT_MEANING[act]}
        </p>
      </div>
    </div>
  );
}

function SecondAccount({ typed, faults }: Pick<DecisionFormProps, 'typed' | 'faults'>): JSX.Element {
  return (
    <fieldset class="second">
      <legend>Only for an allowed second account</legend>
      <p>
        <label for="reason">Reason</label>
        <input
          type="text"
          id="reason"
          name="reason"
          maxlength={500}
          value={typed.reason}
          {...faultOf(faults, 'reason')}
        />
      </p>
      <p>
        <label for="until">Until (leave empty for no end)</label>
        <input type="date" id="until" name="until" value={typed.until} {...faultOf(faults, 'until')} />
      </p>
    </fieldset>
  );
}

function faultOf(
  faults: readonly FormFault[],
  field: FormField,
): { readonly 'aria-invalid'?: 'true'; readonly 'aria-describedby'?: string } {
  return faults.some((fault) => fault.field === field)
    ? { 'aria-invalid': 'true', 'aria-describedby': `${field}-fault` }
    : {};
}

function Faults({ faults }: Pick<DecisionFormProps, 'faults'>): JSX.Element | null {
  if (faults.length === 0) return null;
  return (
    <div class="faults" role="alert">
      <p>Nothing was recorded yet.</p>
      <ul>
        {faults.map(({ field, message }) => (
          <li id={`${field}-fault`}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
