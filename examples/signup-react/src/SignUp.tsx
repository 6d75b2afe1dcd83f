import { SellerVerification } from 'candor';
import { type FormEvent, type ReactElement, useState } from 'react';

// The receiver of `npm start` in Candor's own repository; yours, once you have one.
const endpoint: string = import.meta.env.VITE_CANDOR_ENDPOINT ?? 'http://localhost:8787';

/** A new seller names the shop, then comes to the check. */
export function SignUp(): ReactElement {
  const [shop, setShop] = useState<string | null>(null);
  return shop === null ? <ShopForm onNamed={setShop} /> : <Check shop={shop} />;
}

/** The check has two good ends. The widget stays: from it the seller may look at, keep or withdraw what was sent. */
function Check({ shop }: { readonly shop: string }): ReactElement {
  const [next, setNext] = useState('');
  return (
    <>
      <SellerVerification
        endpoint={endpoint}
        // Your own pseudonymous id of the seller: never an e-mail address.
        subject={`shop:${shop}`}
        // Words for the seller. What opens the shop is the signed message that your backend hears (examples/backend).
        onDone={({ outcome }) =>
          setNext(`Thank you. We open your shop as soon as our server hears of ${outcome.verificationId}.`)
        }
        onOptOut={({ alternative }) =>
          setNext(`Thank you. We write to you about the next step (${alternative.id}).`)
        }
      />
      <p role="status">{next}</p>
    </>
  );
}

function ShopForm({ onNamed }: { readonly onNamed: (shop: string) => void }): ReactElement {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onNamed(String(new FormData(event.currentTarget).get('shop')));
  };
  return (
    <form onSubmit={submit}>
      <h1>Open a shop</h1>
      <label>
        Name of your shop{' '}
        <input name="shop" required minLength={3} maxLength={30} defaultValue="blue-teapots" />
      </label>
      <button type="submit">Continue</button>
    </form>
  );
}
