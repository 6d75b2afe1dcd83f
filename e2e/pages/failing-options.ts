import type { SellerVerificationProps } from 'candor';

/** What the token's owner and the catalogue of a host do once it has signed the seller out, or lost its own script. */
export function failingOptions(): Pick<SellerVerificationProps, 'headers' | 'messages'> {
  let reads = 0;
  return {
    headers: {
      get Authorization(): string {
        reads += 1;
        if (reads > 1) throw new ReferenceError('headers: session is not defined');
        return 'Bearer first';
      },
    },
    messages: {
      'notice.title': 'Words of the shop',
      get 'widget.cancel'(): string {
        throw new ReferenceError('messages: i18n is not defined');
      },
    },
  };
}
