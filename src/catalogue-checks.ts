import { keptPlaces } from './kept-results.ts';
import type { KeptChecks } from './shop/catalogue/kept-checks.ts';
import type { LoadChecks } from './shop/catalogue/load-checks.ts';
import { knownPlace } from './shop/shipping/known-place.ts';
import type { Gazetteer } from './shop/shipping/place.ts';
import { INTENTS } from './understanding/meaning.ts';
import { AUTOMATIC, checkReply } from './wording/messages.ts';
import { QUICK_REPLY_PLACEHOLDERS } from './wording/quick-reply.ts';

/** Everything that the owner's files are checked for: the same at the start, after an edit, in `npm run check` and in the terminal. */
export function catalogueChecks(gazetteer: Gazetteer): LoadChecks {
  return {
    knownPlace: (name) => knownPlace(name, gazetteer).kind === 'known',
    nearPlaces: (name) => {
      const found = knownPlace(name, gazetteer);
      return found.kind === 'unknown' ? found.suggestions.map((near) => near.label) : [];
    },
    checkReply, placeholders: AUTOMATIC, quickReplyPlaceholders: QUICK_REPLY_PLACEHOLDERS, intents: INTENTS,
  };
}

/** Keeps in a folder what a version of the program made of the owner's files by all those checks. */
export function keptChecks(folder: string, version: string): KeptChecks {
  const places = keptPlaces(folder);
  return (name, from) => places(name, `${version}\n${from}`);
}
