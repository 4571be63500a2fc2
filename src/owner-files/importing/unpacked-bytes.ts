const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LONGEST_END = 65_557;

/**
 * How large the parts of a zip file (which a workbook is) say they are when unpacked, without unpacking any: a file of a
 * few kilobytes can hold gigabytes. Infinity where the directory cannot be read, or speaks of more than 4 GB.
 */
export function unpackedBytes(zip: Buffer): number {
  let end = zip.length - 22;
  while (end >= 0 && end > zip.length - LONGEST_END && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  // Not a zip: the reader of workbooks says what it is.
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) return 0;
  let at = zip.readUInt32LE(end + 16);
  let total = 0;
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) return Infinity;
    const size = zip.readUInt32LE(at + 24);
    if (size === 0xffffffff) return Infinity;
    total += size;
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return total;
}
