import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../src');
const SQL = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER|DROP|PRAGMA|ATTACH)\b/;

/** Names of constants of the program: what may stand in the text of a statement. */
const isConstant = (node: ts.Expression): boolean =>
  (ts.isIdentifier(node) && /^[A-Z][A-Z_0-9]*$/.test(node.text)) || (ts.isElementAccessExpression(node) && isConstant(node.expression)) || ts.isStringLiteralLike(node)
  || (ts.isCallExpression(node) && isConstant(node.expression) && node.arguments.every(isConstant));

it('no text of a statement is put together from anything but the program\'s own constants (S8)', () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const found: string[] = [];
  let statements = 0;
  for (const file of files) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    if (!/\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA)\b/.test(text)) continue;
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
    const look = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) && SQL.test(node.text)) statements++;
      if (ts.isTemplateExpression(node) && SQL.test(node.head.text)) {
        statements++;
        for (const { expression } of node.templateSpans) if (!isConstant(expression)) found.push(`${file}: \${${expression.getText()}}`);
      }
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken && ts.isStringLiteralLike(node.left) && SQL.test(node.left.text) && !isConstant(node.right)) found.push(`${file}: ${node.getText()}`);
      ts.forEachChild(node, look);
    };
    look(source);
  }
  expect(statements).toBeGreaterThan(200);
  expect(found).toEqual([]);
});
