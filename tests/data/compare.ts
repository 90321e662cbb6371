import type { Importer } from '@chancery/importers';
import { explained } from './explained.ts';
import type { Loaded } from './load-source.ts';

/** A comparison, and whether it failed. */
export interface Compared {
  readonly isFailure: boolean;
  readonly line: string;
}

/**
 * Compares what came of a source with what its manifest says of the published files: every row was read, every fact is
 * accounted for by one outcome, the check said what was written and the merge did it, and whatever was not taken is
 * explained.
 */
export function* compare(manifest: Importer['manifest'], loaded: Loaded): Generator<Compared> {
  const { imported, refusal, merged, questions } = loaded;
  const { checked, written = [] } = imported;
  const must = (isSo: boolean, line: string): Compared => ({ isFailure: !isSo, line });
  const published = manifest.files.reduce((sum, { rows }) => sum + rows, 0);
  yield must(imported.rowsRead === published, `${imported.rowsRead} of ${published} published rows were read`);
  for (const [type, facts = 0] of Object.entries(manifest.facts)) {
    const told = written.filter((count) => count.type === type).reduce((sum, { rows }) => sum + rows, 0);
    yield must(told === facts, `${told} of ${facts} published facts of type ${type} are accounted for`);
  }
  const same = JSON.stringify(checked) === JSON.stringify(written);
  yield must(same, 'the check said what was then written');
  if (refusal !== undefined) yield must(false, `the ledger did not take it: ${refusal}`);
  for (const [outcome, kind] of [
    ['CREATE', 'create'],
    ['UPDATE', 'update'],
  ]) {
    const wanted = Object.fromEntries(
      written.filter((count) => count.outcome === outcome).map(({ type, rows }) => [type, rows]),
    );
    const done = Object.fromEntries(
      merged.filter((each) => each.kind === kind).map(({ type, count }) => [type, count]),
    );
    const types = [...new Set([...Object.keys(wanted), ...Object.keys(done)])];
    yield must(
      types.every((type) => wanted[type] === done[type]),
      `the merge did what was written: ${types.map((type) => `${done[type] ?? 0} ${type}`).join(', ') || 'nothing'} (${kind})`,
    );
  }
  const notes = written.filter(({ outcome, type }) => outcome === 'LEFT' && type === null);
  const left = notes.reduce((sum, { rows }) => sum + rows, 0);
  yield must(
    left === manifest.notes,
    `${left} of ${manifest.notes} things known to contradict or repeat others are left out`,
  );
  yield* explanations(manifest.key, written, loaded.untaken);
  for (const { question, rows, message, candidates } of questions.slice(0, 20))
    yield { isFailure: false, line: `open: “${question}”, of ${rows} rows: ${message} ${candidates ?? ''}` };
  if (questions.length > 20) yield { isFailure: false, line: `and ${questions.length - 20} more questions are open` };
}

function* explanations(
  source: string,
  written: NonNullable<Loaded['imported']['written']>,
  untaken: Loaded['untaken'],
): Generator<Compared> {
  const known = explained[source] ?? [];
  for (const { outcome, type, rows } of written) {
    if (type === null ? outcome === 'LEFT' : !['CONFLICT', 'DOUBTFUL', 'ERROR', 'LEFT'].includes(outcome)) continue;
    const why = known.find((each) => each.outcome === outcome && each.type === type);
    const isFailure = why?.rows !== rows;
    if (isFailure)
      for (const each of untaken.filter((one) => one.outcome === outcome && one.type === type))
        yield { isFailure: false, line: `such as: ${each.row}` };
    yield {
      isFailure,
      line: `${rows} ${outcome} ${type ?? 'lines'}: ${why ? `${why.rows} are explained: ${why.because}` : 'nothing explains them'}`,
    };
  }
  for (const { outcome, type, rows } of known)
    if (!written.some((count) => count.outcome === outcome && count.type === type))
      yield { isFailure: true, line: `${rows} ${outcome} ${type} were expected, and there are none` };
}
