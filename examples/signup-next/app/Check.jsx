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
        onDone={({ outcome }) =>
          setNext(`Thank you. We look at ${outcome.verificationId} and open your shop.`)
        }
        onOptOut={({ alternative }) =>
          setNext(`Thank you. We write to you about the next step (${alternative.id}).`)
        }
      />
      <p role="status">{next}</p>
    </>
  );
}
