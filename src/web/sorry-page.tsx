import { frontLook } from './look.ts';
import { Page } from './page.tsx';

/** A page for when something is not as it should be: what happened, and what to do. */
export const sorryPage = (what: string, todo: string) => (
  <Page title={what} kind="front" styles={[frontLook.url('front.css')]}>
    <main class="sorry">
      <h1>{what}</h1>
      <p>{todo}</p>
      <p><a class="main-action" href="/">Ke halaman depan</a></p>
    </main>
  </Page>
);
