import type { z } from 'zod';
import type { FileProblems } from '../file-problems.ts';
import type { YamlFile } from '../files/yaml-file.ts';
import type { IssueParams } from './bricks.ts';

/** Checks a YAML file by its schema; each issue is said at its own place. Null when there is any. */
export function checkYaml<T>(yaml: YamlFile, schema: z.ZodType<T>, problems: FileProblems): T | null {
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    // A schema not built of our bricks would speak English to the owner: that is a fault of ours, not of the file.
    if (issue.code !== 'custom') throw new TypeError(`schema of ${yaml.file} raised ${issue.code} at ${issue.path.join('.')}`);
    const { should, at } = issue.params as unknown as IssueParams;
    problems.error(yaml.at(issue.path, at), issue.message, should);
  }
  return null;
}
