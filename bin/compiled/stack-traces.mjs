import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

/** Makes stack traces name our sources and their lines instead of the compiled form. Its map is read at the first trace. */
export function nameSourcesInStacks(form) {
  let map;
  function told(frame) {
    const line = frame.getLineNumber();
    const column = frame.getColumnNumber();
    map ??= new SourceMap(JSON.parse(readFileSync(`${form}.map`, 'utf8')));
    const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
    return originalSource ? String(frame).replace(`${form}:${line}:${column}`, `${path.resolve(path.dirname(form), originalSource)}:${originalLine + 1}:${originalColumn + 1}`) : String(frame);
  }
  Error.prepareStackTrace = (error, frames) => [String(error), ...frames.map((frame) => {
    try {
      return frame.getFileName() === form ? told(frame) : String(frame);
    } catch {
      return String(frame);
    }
  })].join('\n    at ');
}
