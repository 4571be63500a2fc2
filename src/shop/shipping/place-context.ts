import type { Area } from './areas.ts';
import type { Found } from './place-finder.ts';

// "coblong, kec coblong, bandung": so many words may stand between a place and the one it lies in.
const FURTHEST = 3;

/**
 * Takes a place and the place it lies in as one: "coblong bandung" is the district, "depok sleman" is not the city of
 * Depok, "bandung jawa barat" is what it was. Each helps to tell which of several places of a name is meant.
 */
export function joinContained(found: readonly Found[]): readonly Found[] {
  const joined = [...found];
  for (let i = 0; i < joined.length; i++) {
    for (let j = 0; j < joined.length; j++) {
      const narrow = joined[i] as Found;
      const wide = joined[j] as Found;
      if (i === j || !near(narrow, wide)) continue;
      const inside = insideOf(narrow, wide);
      if (inside.length === 0) continue;
      joined[i] = join(narrow, wide, inside);
      joined.splice(j, 1);
      return joinContained(joined);
    }
  }
  return joined;
}

function near(a: Found, b: Found): boolean {
  if (a.role !== 'none' && b.role !== 'none' && a.role !== b.role) return false;
  return a.from < b.from ? b.from - a.to <= FURTHEST : a.from - b.to <= FURTHEST;
}

function insideOf(narrow: Found, wide: Found): readonly Area[] {
  const lies = (area: Area): boolean => wide.candidates.some((outer) => area.code.startsWith(`${outer.code}.`));
  const likely = narrow.candidates.filter(lies);
  if (likely.length > 0) return likely;
  // Another reading of the name ("depok" as a district) is taken only in the order one writes an address.
  return narrow.from < wide.from ? narrow.name.all.filter(lies) : [];
}

function join(narrow: Found, wide: Found, candidates: readonly Area[]): Found {
  return {
    name: narrow.name,
    candidates,
    from: Math.min(narrow.from, wide.from),
    to: Math.max(narrow.to, wide.to),
    confidence: Math.min(narrow.confidence, wide.confidence),
    role: narrow.role === 'none' ? wide.role : narrow.role,
  };
}
