import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectFile } from '#lib/platform';

/** Where a refusal is made: its code, and the facts that are given there; null where they are not written there. */
export interface Thrown {
  readonly at: string;
  readonly code: string;
  readonly facts: readonly string[] | null;
}

function* sourcesIn(folder: string): Generator<ts.SourceFile> {
  for (const { name, parentPath } of readdirSync(projectFile(folder), { recursive: true, withFileTypes: true })) {
    const path = join(parentPath, name);
    if (!/(?<!\.spec|\.d)\.ts$/.test(name) || path.includes('node_modules')) continue;
    yield ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  }
}

const placeOf = (node: ts.Node): string => {
  const file = node.getSourceFile();
  return `${file.fileName.split('/').slice(-3).join('/')}:${String(file.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`;
};

function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => {
    walk(child, see);
  });
}

/** Every code that is made into a refusal, by `new Refused` or handed to a function together with its facts. */
export function thrownIn(folders: readonly string[], known: ReadonlySet<string>): Thrown[] {
  const found: Thrown[] = [];
  for (const file of folders.flatMap((folder) => [...sourcesIn(folder)]))
    walk(file, (node) => {
      if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return;
      const given = node.arguments ?? [];
      const makes = ts.isNewExpression(node) && node.expression.getText() === 'Refused';
      for (const [at, argument] of given.entries())
        for (const code of codesOf(argument).filter(
          (text) => (makes && at === 0) || (known.has(text) && given.some(ts.isObjectLiteralExpression)),
        ))
          found.push({ at: placeOf(node), code, facts: factsOf(given.slice(at + 1), makes) });
    });
  return found;
}

function codesOf(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node)) return /^[A-Z][A-Z0-9_]+$/.test(node.text) ? [node.text] : [];
  return ts.isConditionalExpression(node) ? [...codesOf(node.whenTrue), ...codesOf(node.whenFalse)] : [];
}

/** The names of an object's properties; null where some come from elsewhere. */
function factsOf(after: readonly ts.Expression[], makes: boolean): string[] | null {
  const detail = makes ? after[0] : after.find(ts.isObjectLiteralExpression);
  if (!detail) return [];
  if (!ts.isObjectLiteralExpression(detail) || detail.properties.some(ts.isSpreadAssignment)) return null;
  return detail.properties.map((property) => property.name?.getText() ?? '');
}

/** The Vietnamese of everything that is told in two languages in the sources: notices, mails, words of documents. */
export function messagesInSource(): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const file of [...sourcesIn('libs')])
    walk(file, (node) => {
      if (!ts.isPropertyAssignment(node) || !isVietnamese(node)) return;
      walk(node.initializer, (text) => {
        if (ts.isStringLiteralLike(text) && !ts.isBinaryExpression(text.parent)) found.push([placeOf(text), text.text]);
        if (ts.isTemplateExpression(text)) found.push([placeOf(text), wordsOf(text)]);
      });
    });
  return found;
}

const isVietnamese = ({ name }: ts.PropertyAssignment): boolean => ['vi', 'nameVi', 'titleVi'].includes(name.getText());

/** What a template says beside its facts. */
const wordsOf = ({ head, templateSpans }: ts.TemplateExpression): string =>
  [head.text, ...templateSpans.map(({ literal }) => literal.text)].join('…');
