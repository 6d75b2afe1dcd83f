'use client';

import { SellerVerification } from 'candor';
import { useState } from 'react';

// The receiver of `npm start` in Candor's own repository; yours, once you have one.
const endpoint = 'http://localhost:8787';

/** Callbacks are functions, which only a client component can pass on. The check has two good ends. */
export function Check({ shop }) {
  const [next, setNext] = useState('');
  return (
    <>
      <SellerVerification
        endpoint={endpoint}
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
