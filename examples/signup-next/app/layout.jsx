import 'candor/style.css';

export const metadata = { title: 'Open a shop' };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
