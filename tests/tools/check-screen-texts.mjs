// Fails on texts in the components of the admin. Screen texts belong in the `texts.ts` or `texts.tsx` of their feature,
// where they can be read, corrected and translated together.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Attributes whose values are neither displayed nor read out. The values of all other attributes count as texts. */
const attributesWithoutText = new Set(
  `accept action align as autoComplete className classNames color cols comparedWith component cx cy d defaultColorScheme
  defaultValue describedBy dir direction dy encType field fill gap height href hrefOf htmlFor id inputMode justify
  key keyOf kind lang loading maxWidth method mode name nonce order orient overflow pattern patternTransform
  patternUnits position rel role rx scope shadow size src status stroke strokeDasharray strokeLinecap strokeLinejoin
  strokeWidth style styles tab tabIndex target textAnchor tone transform type value variant viewBox width
  withinPortal wrap x x1 x2 y y1 y2 aria-autocomplete aria-controls aria-current aria-describedby aria-haspopup
  aria-hidden aria-labelledby aria-live aria-owns aria-sort`.split(/\s+/),
);

/** Properties of objects, such as of table columns, whose values count as texts. */
const textProperties = new Set(
  'aside caption description empty heading hint label lead message note placeholder summary title words'.split(' '),
);

/** Operators whose left operand can be the value of the expression. */
const valueOnLeft = new Set([ts.SyntaxKind.PlusToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken]);
/** Operators whose right operand can be the value of the expression. */
const valueOnRight = new Set([...valueOnLeft, ts.SyntaxKind.AmpersandAmpersandToken]);

const hasLetter = (text) => /\p{L}/u.test(text);
/** Returns true for words with a space between, before or after them. Keys and identifiers have no spaces. */
const isPhrase = (text) => hasLetter(text) && /\S\s+\S|^\s|\s$/u.test(text);

/** Returns the literal parts of a template, without its expressions. */
function partsOf(template) {
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
}

/** Returns the expressions that can be the value of an expression, or a part of it. */
function valuesOf(node) {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isArrayLiteralExpression(node)) return [...node.elements];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return [node.expression];
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    return [...(valueOnLeft.has(kind) ? [node.left] : []), ...(valueOnRight.has(kind) ? [node.right] : [])];
  }
  // Methods of a text or list, such as `.join(', ')`, and callbacks, such as those of `.map(…)`.
  if (ts.isCallExpression(node)) {
    const object = ts.isPropertyAccessExpression(node.expression) ? [node.expression.expression] : [];
    return [...object, ...node.arguments.filter(ts.isArrowFunction)];
  }
  return ts.isArrowFunction(node) && !ts.isBlock(node.body) ? [node.body] : [];
}

/** Returns the texts in a component file, each with its line number, in the order of the lines. */
function wordsIn(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = new Map();
  const report = (node, text) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.set(node.getStart(), { line: line + 1, words: text.trim().replace(/\s+/g, ' ') });
  };

  /** Reports the literals with a letter that an expression can evaluate to. */
  const reportValues = (node) => {
    if (ts.isStringLiteralLike(node) && hasLetter(node.text)) report(node, node.text);
    if (ts.isTemplateExpression(node) && partsOf(node).some(hasLetter)) report(node, node.getText());
    valuesOf(node).forEach(reportValues);
  };

  const visitAttribute = (node) => {
    const name = node.name.getText();
    if (attributesWithoutText.has(name) || name.startsWith('data-')) return visitComponents(node);
    const value = node.initializer?.expression ?? node.initializer;
    if (value && !/^on[A-Z]/.test(name)) reportValues(value);
    ts.forEachChild(node, visit);
  };

  /** Visits only the JSX elements in a node. */
  const visitComponents = (node) => {
    if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)) visit(node);
    else ts.forEachChild(node, visitComponents);
  };

  const visit = (node) => {
    if (ts.isJsxAttribute(node)) return visitAttribute(node);
    // Messages of bugs are written to the log, and media queries are read by the browser.
    if (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) return;
    if (ts.isCallExpression(node) && node.expression.getText().endsWith('matchMedia')) return;
    if (ts.isJsxText(node) && hasLetter(node.text)) report(node, node.text);
    else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      reportValues(node.expression);
    else if (ts.isPropertyAssignment(node) && textProperties.has(node.name.getText())) reportValues(node.initializer);
    else if (ts.isStringLiteralLike(node) && isPhrase(node.text) && !isDirective(node)) report(node, node.text);
    else if (ts.isTemplateExpression(node) && isPhrase(partsOf(node).join('…'))) report(node, node.getText());
    ts.forEachChild(node, visit);
  };

  visit(source);
  return [...found.values()].sort((one, other) => one.line - other.line);
}

/** Returns true for a string that is a statement of its own, such as `'use client'`. */
function isDirective(node) {
  return ts.isExpressionStatement(node.parent);
}

const files = execFileSync('git', ['ls-files', 'apps/admin/src/*.tsx'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file) && !/(?:^|\/)texts\.tsx$|\.test\.tsx$/.test(file));
const lines = files.flatMap((file) => wordsIn(file).map(({ line, words }) => `${file}:${line}: ${words}`));
if (lines.length > 0) {
  console.error(`Move these ${lines.length} texts to the texts.ts or texts.tsx of their feature:\n${lines.join('\n')}`);
  process.exitCode = 1;
} else console.log(`${files.length} component files without texts of their own`);
