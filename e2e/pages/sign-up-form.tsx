import type { ReactElement } from 'react';
import 'candor/element';

export interface SignUpFormProps {
  readonly endpoint: string;
  readonly cameras: readonly string[];
}

/** A form of React's own, with an action, that holds the element. What was submitted is on `window.submitted`. */
export function SignUpForm({ endpoint, cameras }: SignUpFormProps): ReactElement {
  const submit = (data: FormData): void => {
    window.submitted.push(Object.fromEntries([...data].map(([name, value]) => [name, String(value)])));
  };
  return (
    <form action={submit}>
      <input name="shop" defaultValue="Ada's" aria-label="Shop" />
      <fieldset>
        <candor-verification name="verification" required endpoint={endpoint} allowedCameraLabels={cameras} />
      </fieldset>
      <button type="submit" id="sign-up">
        Sign up
      </button>
    </form>
  );
}
