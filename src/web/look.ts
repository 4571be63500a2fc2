import { loadAssets } from './assets.ts';

const here = (name: string) => new URL(`./look/${name}`, import.meta.url);

/** The colours, type and spaces that every page shares; pages join it with their own style. */
export const SHARED_STYLE = here('shared.css');

/** What the front page and the pages of errors wear. */
export const frontLook = loadAssets('/assets', { 'front.css': [SHARED_STYLE, here('front.css')], 'icon.svg': [here('icon.svg')] });
