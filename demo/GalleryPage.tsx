import 'candor/element';
import './gallery.css';
import type { ReactElement } from 'react';
import { useTitle } from './language.js';
import { type SignUpPageProps, SiteFooter, SiteHeader } from './SignUpPage.js';

interface Brand {
  /** Of its class. */
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly theme?: 'dark';
  readonly promise: string;
}

const BRANDS: readonly Brand[] = [
  {
    id: 'round',
    name: 'Kieselrund',
    about: 'Round and soft: warm colours, pills, much room.',
    promise: 'Handmade things from people you can write to.',
  },
  {
    id: 'square',
    name: 'STAHLKONTOR',
    about: 'Square and dense: a trade portal in which much has to fit on a screen.',
    promise: 'Trade customers only. Mon–Fri 7–17 h.',
  },
  {
    id: 'night',
    name: 'nachtmarkt',
    about: 'Always dark, whatever the system says.',
    theme: 'dark',
    promise: 'Open from dusk.',
  },
  {
    id: 'serif',
    name: 'Antiquariat Lindqvist',
    about: 'Black on white, a serif, twice the contrast that is asked for.',
    promise: 'Old books, since 1911.',
  },
];

/** English whatever the rest is in: these words stand for the brands' own. One check in four of them, each made of variables, parts and slots alone: no rule here reaches deeper than any page's could. */
export default function GalleryPage({ options, reviewUrl }: SignUpPageProps): ReactElement {
  useTitle('Four shops, one check – Candor');
  return (
    <>
      <SiteHeader />
      <main className="gallery" lang="en" dir="ltr">
        <h1>Four shops, one check</h1>
        {BRANDS.map((brand) => (
          <BrandedCheck key={brand.id} brand={brand} options={options} />
        ))}
      </main>
      <SiteFooter reviewUrl={reviewUrl} />
    </>
  );
}

interface BrandedCheckProps extends Pick<SignUpPageProps, 'options'> {
  readonly brand: Brand;
}

function BrandedCheck({ brand, options }: BrandedCheckProps): ReactElement {
  const { id, name, about, theme, promise } = brand;
  const { endpoint, locale, allowedCameraLabels } = options;
  return (
    <div className="gallery-brand">
      <h2>{name}</h2>
      <p>{about}</p>
      <candor-verification
        className={`brand-${id}`}
        {...{ endpoint, locale, theme, allowedCameraLabels }}
        // Each is a landmark of the page.
        messages={{ 'widget.name': `Face check at ${name}` }}
        subject={`gallery:${id}`}
      >
        <span slot="brand" className="gallery-logo">
          {name}
        </span>
        <span slot="footer" className="gallery-promise">
          {promise}
        </span>
      </candor-verification>
    </div>
  );
}
