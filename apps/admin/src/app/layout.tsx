import { texts as uiTexts } from '../ui/texts.ts';
import { texts } from './texts.ts';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-sans-3/wght-italic.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '../ui/tokens.css';
import '../ui/base.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { schemeAttribute, schemeQueries, schemeScript } from '../ui/color-scheme.ts';
import { SoftLinks } from '../ui/soft-links.tsx';

export const metadata: Metadata = {
  title: { default: uiTexts.site, template: texts.titleTemplate },
  description: texts.description,
};

export const viewport: Viewport = {
  themeColor: [
    { media: schemeQueries.light, color: '#ffffff' },
    { media: schemeQueries.dark, color: '#15191f' },
  ],
};

/**
 * The HTML document of every page. Sets the color scheme before the first paint, and turns links and GET forms into
 * client-side navigation.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" {...{ [schemeAttribute]: 'light' }} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the script is a constant and must run before the first paint */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: schemeScript }} />
      </head>
      <body>
        <SoftLinks />
        {children}
      </body>
    </html>
  );
}
