/**
 * The grammar of EMVCo's merchant-presented QR codes (EMV QRCPS-MPM 1.1): fields of a two-digit tag, a two-digit
 * length in characters and a value, the last of them tag 63 with a checksum over everything before its value. Knows
 * nothing of QRIS or Indonesia.
 */

export interface EmvField {
  /** "00" … "99" */
  readonly tag: string;
  readonly value: string;
}

export type EmvReading =
  | { readonly kind: 'read'; readonly fields: readonly EmvField[] }
  /** `at` counts characters from 0; `reason` is one clause in Indonesian, for the owner. */
  | { readonly kind: 'broken'; readonly at: number; readonly reason: string };

export const CHECKSUM_TAG = '63';
const LONGEST_VALUE = 99;

/** Reads a string of fields, keeping their order. Lengths count characters, not bytes. */
export function readFields(text: string): EmvReading {
  const characters = [...text];
  const fields: EmvField[] = [];
  let at = 0;
  while (at < characters.length) {
    const tag = characters.slice(at, at + 2).join('');
    if (!/^\d\d$/.test(tag)) return broken(at, `seharusnya dua angka tanda kolom, terbaca "${tag}"`);
    const length = characters.slice(at + 2, at + 4).join('');
    if (!/^\d\d$/.test(length)) return broken(at + 2, `panjang kolom ${tag} bukan dua angka`);
    const value = characters.slice(at + 4, at + 4 + Number(length));
    if (value.length < Number(length)) {
      return broken(at + 4, `kolom ${tag} terpotong: seharusnya ${Number(length)} huruf, tersisa ${value.length}`);
    }
    fields.push({ tag, value: value.join('') });
    at += 4 + value.length;
  }
  return { kind: 'read', fields };
}

/** Writes fields in the order given. A tag that is not two digits or a value over 99 characters is a fault. */
export function writeFields(fields: readonly EmvField[]): string {
  return fields.map(({ tag, value }) => {
    const { length } = [...value];
    if (!/^\d\d$/.test(tag)) throw new RangeError(`"${tag}" is no EMV tag`);
    if (length > LONGEST_VALUE) throw new RangeError(`field ${tag} has ${length} characters, at most ${LONGEST_VALUE} fit`);
    return `${tag}${String(length).padStart(2, '0')}${value}`;
  }).join('');
}

/** Fields without a checksum → the text of the code, checksum last. */
export function seal(fields: readonly EmvField[]): string {
  const body = `${writeFields(fields.filter((field) => field.tag !== CHECKSUM_TAG))}${CHECKSUM_TAG}04`;
  return body + checksum(body);
}

export type Unsealing =
  | { readonly kind: 'intact'; readonly fields: readonly EmvField[] }
  | { readonly kind: 'broken'; readonly at: number; readonly reason: string };

/**
 * Reads a whole code and checks its checksum; the fields returned are those before it. CRC-16 finds every error burst
 * of up to 16 bits, so one wrong character, two neighbouring ones, or two neighbours swapped are always noticed; of
 * other damage one case in 65,536 slips through.
 */
export function unseal(text: string): Unsealing {
  const reading = readFields(text);
  if (reading.kind === 'broken') return reading;
  const last = reading.fields.at(-1);
  if (last?.tag !== CHECKSUM_TAG || last.value.length !== 4) {
    return broken([...text].length, 'kode pemeriksa (kolom 63) di ujung tidak ada; mungkin tersalin sebagian');
  }
  const body = text.slice(0, -last.value.length);
  if (checksum(body) !== last.value.toUpperCase()) {
    return broken([...body].length, 'kode pemeriksa tidak cocok; ada huruf yang berubah waktu disalin');
  }
  return { kind: 'intact', fields: reading.fields.slice(0, -1) };
}

/** CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF) over the UTF-8 bytes, as four upper-case hex digits. */
export function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

function broken(at: number, reason: string): { kind: 'broken'; at: number; reason: string } {
  return { kind: 'broken', at, reason };
}
