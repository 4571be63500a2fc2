import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { frontLook } from './look.ts';

export interface PageParts {
  readonly title: string;
  readonly styles: readonly string[];
  readonly scripts?: readonly string[];
  /** One word for the style of the whole page. */
  readonly kind: string;
  /** What the page is written in; Indonesian where it says nothing. */
  readonly language?: 'id' | 'en' | undefined;
  readonly children: Child;
}

/** The frame of every page: made for a phone first, nothing from elsewhere. */
export function Page({ title, styles, scripts = [], kind, language = 'id', children }: PageParts) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
          <meta name="color-scheme" content="light dark" />
          <meta name="theme-color" content="#0f4c4a" />
          <link rel="icon" type="image/svg+xml" href={frontLook.url('icon.svg')} />
          <title>{title}</title>
          {styles.map((href) => <link rel="stylesheet" href={href} />)}
          {scripts.map((src) => <script type="module" src={src}></script>)}
        </head>
        <body class={kind}>{children}</body>
      </html>
    </>
  );
}
