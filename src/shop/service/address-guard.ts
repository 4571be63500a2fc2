/** Addresses that guess at sex, age or rank; the shop says one polite form to everyone (design §1.2). */
const GUESSING = new Set(['bapak', 'ibu', 'pak', 'bu', 'mas', 'mbak', 'mba', 'om', 'tante', 'gan', 'sis', 'agan', 'sista', 'bang', 'bro']);

/** What may follow one of them without it being an address: "ibu kota", "pak RT", "bapak kurir". */
const NOT_AN_ADDRESS = new Set([
  'kota', 'rt', 'rw', 'lurah', 'camat', 'pos', 'kurir', 'satpam', 'kos', 'kost', 'rumah', 'tangga', 'hamil', 'menyusui',
  'jari', 'pertiwi', 'mertua', 'guru', 'ojek', 'driver', 'sopir', 'supir',
]);

/**
 * The word in a staff's draft that addresses the customer other than the shop does, or null. `names` are texts in which
 * such a word is a name and not an address: product titles, places, the customer's own address.
 */
export function guessedAddress(draft: string, names: readonly string[] = []): string | null {
  const tokens = draft.match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const [i, token] of tokens.entries()) {
    const word = token.toLowerCase();
    if (!GUESSING.has(word)) continue;
    const next = tokens[i + 1]?.toLowerCase();
    if (next !== undefined && NOT_AN_ADDRESS.has(next)) continue;
    if (names.some((name) => partOfName(name, tokens, i))) continue;
    return token;
  }
  return null;
}

/** The word stands in the draft with a neighbour it also has in the name: "Toko Mas Jaya", "Jl. Ibu Inggit". */
function partOfName(name: string, tokens: readonly string[], i: number): boolean {
  const inName = (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const word = tokens[i]!.toLowerCase();
  const before = tokens[i - 1]?.toLowerCase();
  const after = tokens[i + 1]?.toLowerCase();
  return inName.some((part, at) => part === word
    && ((after !== undefined && inName[at + 1] === after) || (before !== undefined && inName[at - 1] === before)));
}
