import type { Importer } from '@chancery/importers';
import { explainedRows } from './explained.ts';
import type { LoadedSource } from './load-source.ts';

/** A line about one comparison. Lines that only inform are no failures. */
export interface Comparison {
  readonly isFailure: boolean;
  readonly line: string;
}

/**
 * Compares the import of a source with its manifest. Checks that every published row was read, that every fact has an
 * outcome, that the check predicted what was written, that the merge applied what was written, and that all rows that
 * were not imported are explained. Yields a line for each.
 */
export function* compare(manifest: Importer['manifest'], loaded: LoadedSource): Generator<Comparison> {
  const { imported, refusal, merged, questions } = loaded;
  const { checked, written = [] } = imported;
  const check = (isMet: boolean, line: string): Comparison => ({ isFailure: !isMet, line });
  const published = manifest.files.reduce((sum, { rows }) => sum + rows, 0);
  yield check(imported.rowsRead === published, `${imported.rowsRead} of ${published} published rows were read`);
  for (const [type, facts = 0] of Object.entries(manifest.facts)) {
    const count = written.filter((counted) => counted.type === type).reduce((sum, { rows }) => sum + rows, 0);
    yield check(count === facts, `${count} of ${facts} published facts of type ${type} have an outcome`);
  }
  const isSame = JSON.stringify(checked) === JSON.stringify(written);
  yield check(isSame, 'the check predicted what was written');
  if (refusal !== undefined) yield check(false, `the ledger refused the changeset: ${refusal}`);
  for (const [outcome, kind] of [
    ['CREATE', 'create'],
    ['UPDATE', 'update'],
  ]) {
    const planned = Object.fromEntries(
      written.filter((count) => count.outcome === outcome).map(({ type, rows }) => [type, rows]),
    );
    const applied = Object.fromEntries(
      merged.filter((operations) => operations.kind === kind).map(({ type, count }) => [type, count]),
    );
    const types = [...new Set([...Object.keys(planned), ...Object.keys(applied)])];
    yield check(
      types.every((type) => planned[type] === applied[type]),
      `the merge applied what was written: ${types.map((type) => `${applied[type] ?? 0} ${type}`).join(', ') || 'nothing'} (${kind})`,
    );
  }
  const notes = written.filter(({ outcome, type }) => outcome === 'LEFT' && type === null);
  const omitted = notes.reduce((sum, { rows }) => sum + rows, 0);
  yield check(omitted === manifest.notes, `${omitted} of ${manifest.notes} expected notes on omitted parts of lines`);
  yield* explanations(manifest.key, written, loaded.notImported);
  for (const { question, rows, message, candidates } of questions.slice(0, 20))
    yield { isFailure: false, line: `open question “${question}” of ${rows} rows: ${message} ${candidates ?? ''}` };
  if (questions.length > 20) yield { isFailure: false, line: `and ${questions.length - 20} more questions are open` };
}

function* explanations(
  source: string,
  written: NonNullable<LoadedSource['imported']['written']>,
  notImported: LoadedSource['notImported'],
): Generator<Comparison> {
  const expected = explainedRows[source] ?? [];
  for (const { outcome, type, rows } of written) {
    if (type === null ? outcome === 'LEFT' : !['CONFLICT', 'DOUBTFUL', 'ERROR', 'LEFT'].includes(outcome)) continue;
    const explanation = expected.find((group) => group.outcome === outcome && group.type === type);
    const isFailure = explanation?.rows !== rows;
    if (isFailure)
      for (const { row } of notImported.filter((sample) => sample.outcome === outcome && sample.type === type))
        yield { isFailure: false, line: `for example: ${row}` };
    yield {
      isFailure,
      line: `${rows} ${outcome} ${type ?? 'lines'}: ${explanation ? `${explanation.rows} are explained: ${explanation.reason}` : 'not explained'}`,
    };
  }
  for (const { outcome, type, rows } of expected)
    if (!written.some((count) => count.outcome === outcome && count.type === type))
      yield { isFailure: true, line: `${rows} ${outcome} ${type} were expected, but there are none` };
}
