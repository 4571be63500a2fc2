/** A file as it was uploaded. */
export interface Upload {
  readonly filename: string;
  readonly bytes: Buffer;
}

export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: ReadonlyMap<string, Upload>;
}

/** Reads a multipart/form-data body as bots send it: lenient about header spelling, exact about bytes. */
export function readForm(body: Buffer, contentType: string): Form {
  const boundary = /boundary=("?)([^";]+)\1/.exec(contentType)?.[2];
  if (!boundary) throw new Error('multipart body without boundary');
  const fields: Record<string, string> = {};
  const files = new Map<string, Upload>();
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at !== -1) {
    const start = at + mark.length;
    const next = body.indexOf(mark, start);
    if (next === -1) break;
    // A part stands between CRLF after its mark and CRLF before the next.
    readPart(body.subarray(start + 2, next - 2), fields, files);
    at = next;
  }
  return { fields, files };
}

function readPart(part: Buffer, fields: Record<string, string>, files: Map<string, Upload>): void {
  const gap = part.indexOf('\r\n\r\n');
  if (gap === -1) return;
  const header = part.subarray(0, gap).toString();
  const name = /\bname="([^"]*)"/.exec(header)?.[1];
  if (name === undefined) return;
  const content = part.subarray(gap + 4);
  const filename = /\bfilename="?([^"\r\n]*)"?/.exec(header)?.[1];
  if (filename === undefined) fields[name] = content.toString();
  else files.set(name, { filename, bytes: Buffer.from(content) });
}
