// Fails on words in the components of the admin. Screen texts belong to the `texts.ts` of their feature, where they can be
// read, corrected and translated together.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Attributes that are never read out or displayed. Each other attribute is taken for a text. */
const attributesWithoutText = new Set(
  `accept action against align as autoComplete className classNames color cols component cx cy d data data-tone
  describedBy dir direction dy encType field fill gap height href hrefOf htmlFor id inputMode justify key keyOf kind lang
  loading maxWidth method mode name nonce order orient overflow patternTransform patternUnits position rel role rx scope
  shadow size src status stroke strokeDasharray strokeLinecap strokeLinejoin strokeWidth style styles tabIndex target
  textAnchor tone transform type value variant viewBox width withinPortal wrap x x1 x2 y y1 y2 aria-controls aria-current
  aria-describedby aria-hidden aria-labelledby aria-live aria-owns aria-haspopup aria-autocomplete aria-sort`.split(
    /\s+/,
  ),
);

/** Properties of objects that hold texts, such as those of the columns of a table. */
const textProperties = new Set(
  'aside caption description empty heading hint label lead message note placeholder summary title words'.split(' '),
);

const hasLetter = (text) => /\p{L}/u.test(text);
const isPhrase = (text) => /\p{L}/u.test(text) && /\S\s+\S|^\s|\s$/u.test(text);

/** Returns the words in a component, each with its position. */
function wordsIn(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = new Map();
  const report = (node, text) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.set(node.getStart(), { line: line + 1, words: text.trim().replace(/\s+/g, ' ') });
  };

  /** Reports the literals that an expression can evaluate to. */
  const reportValues = (node) => {
    if (ts.isStringLiteralLike(node)) {
      if (hasLetter(node.text)) report(node, node.text);
    } else if (ts.isTemplateExpression(node)) {
      const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
      if (parts.some(({ text }) => hasLetter(text))) report(node, node.getText());
      for (const { expression } of node.templateSpans) reportValues(expression);
    } else if (ts.isConditionalExpression(node)) {
      reportValues(node.whenTrue);
      reportValues(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (
        kind === ts.SyntaxKind.PlusToken ||
        kind === ts.SyntaxKind.QuestionQuestionToken ||
        kind === ts.SyntaxKind.BarBarToken
      )
        reportValues(node.left);
      if (
        kind === ts.SyntaxKind.PlusToken ||
        kind === ts.SyntaxKind.QuestionQuestionToken ||
        kind === ts.SyntaxKind.BarBarToken ||
        kind === ts.SyntaxKind.AmpersandAmpersandToken
      )
        reportValues(node.right);
    } else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
      reportValues(node.expression);
    } else if (ts.isArrayLiteralExpression(node)) {
      node.elements.forEach(reportValues);
    } else if (ts.isCallExpression(node)) {
      if (ts.isPropertyAccessExpression(node.expression)) reportValues(node.expression.expression);
      node.arguments.filter(ts.isArrowFunction).forEach(reportValues);
    } else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) reportValues(node.body);
  };

  const visit = (node) => {
    if (ts.isJsxText(node) && hasLetter(node.text)) report(node, node.text);
    else if (ts.isJsxAttribute(node)) {
      const name = node.name.getText();
      if (attributesWithoutText.has(name) || name.startsWith('data-') || /^on[A-Z]/.test(name)) return visitJsx(node);
      const { initializer } = node;
      if (initializer && ts.isStringLiteral(initializer)) reportValues(initializer);
      else if (initializer?.expression) reportValues(initializer.expression);
    } else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression) {
      reportValues(node.expression);
    } else if (ts.isPropertyAssignment(node) && textProperties.has(node.name.getText())) {
      reportValues(node.initializer);
    } else if (ts.isStringLiteralLike(node) && isPhrase(node.text)) {
      if (!isDirective(node)) report(node, node.text);
    } else if (ts.isTemplateExpression(node)) {
      const texts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      if (isPhrase(texts.join('…'))) report(node, node.getText());
    } else if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())) return;
    ts.forEachChild(node, visit);
  };

  /** Visits only the components within an attribute that holds no text. */
  const visitJsx = (node) => {
    if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)) visit(node);
    else ts.forEachChild(node, visitJsx);
  };

  visit(source);
  return [...found.values()].sort((one, other) => one.line - other.line);
}

/** Returns true for `'use client'` and the like. */
function isDirective(node) {
  return ts.isExpressionStatement(node.parent);
}

const files = execFileSync('git', ['ls-files', 'apps/admin/src/*.tsx'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => existsSync(file) && file !== '' && !/(?:^|\/)texts\.tsx$|\.test\.tsx$/.test(file));
const words = files.flatMap((file) => wordsIn(file).map(({ line, words }) => `${file}:${line}: ${words}`));
if (words.length > 0) {
  console.error(`Move these words to the texts.ts of their feature:\n${words.join('\n')}`);
  process.exitCode = 1;
} else console.log(`${files.length} components, no words outside of the texts`);
