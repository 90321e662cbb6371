import type { StoredFact } from '@chancery/changesets';
import type { SourceRecord } from '../source-record.ts';
import type { RecordCode } from './lookup.ts';
import { type Candidate, maxCandidates } from './planned.ts';
import type { RegisterCodes } from './register-codes.ts';
import { minCertainScore, type RegisterNames } from './register-names.ts';
import type { ResolvedId } from './resolve-ids.ts';
import { edtfOf } from './spans.ts';

/** The result of matching a source record. */
export type Match =
  /** A fact of the register; `isOwn` is true if the source itself created it. */
  | { readonly outcome: 'stored'; readonly fact: StoredFact; readonly isOwn: boolean }
  /** A fact of the register, or one that this import creates. */
  | { readonly outcome: 'known'; readonly id: string; readonly label: string }
  | { readonly outcome: 'new' }
  | { readonly outcome: 'doubtful'; readonly candidates: readonly Candidate[] }
  | { readonly outcome: 'retired' | 'invalidAnswer'; readonly message: string };

/**
 * Matches a source record by an editor's answer, or else by its stable id, which the register has or had if the record
 * was imported before. Returns `undefined` if there is no answer and the register never had the id. `resolve` must know
 * `id` and the answer.
 */
export function matchByAnswerOrId(
  sourceRecord: SourceRecord,
  id: string,
  answer: string | null | undefined,
  resolve: (id: string) => ResolvedId,
): Match | undefined {
  if (typeof answer === 'string') {
    const answered = resolve(answer);
    if (answered.outcome === 'stored' && answered.fact.type === sourceRecord.type)
      return { outcome: 'stored', fact: answered.fact, isOwn: answered.fact.id === id };
    const why =
      answered.outcome === 'stored'
        ? `that fact is not of the type ${sourceRecord.type}`
        : 'that fact is no longer in the register';
    const message = `An editor matched this record to ${answer}, but ${why}. Answer the question again.`;
    return { outcome: 'invalidAnswer', message };
  }
  const imported = resolve(id);
  if (imported.outcome === 'stored') return { outcome: 'stored', fact: imported.fact, isOwn: imported.fact.id === id };
  if (imported.outcome === 'retired')
    return {
      outcome: 'retired',
      message: `This record was imported before, and its fact has been retired (reason: ${imported.reason}). To import it again, restore that fact first.`,
    };
  return answer === null ? { outcome: 'new' } : undefined;
}

/**
 * Matches a record by the codes in its marks. Returns `undefined` if they identify no fact. Several facts are a
 * question.
 */
export function matchByCodes(sourceRecord: SourceRecord, codes: RegisterCodes): Match | undefined {
  const marks = sourceRecord.marks?.codes ?? [];
  const facts = new Map(
    marks.flatMap(({ scheme, value, on }) =>
      codes
        .factsOf({ scheme, value }, on, [sourceRecord.type])
        .map(({ id, label }) => [id, { id, label, why: `This fact has the code ${scheme} ${value}.` }] as const),
    ),
  );
  const [first] = facts.values();
  if (first && facts.size === 1) return { outcome: 'known', ...first };
  if (!first) return undefined;
  return {
    outcome: 'doubtful',
    candidates: [...facts.values()].map(({ id, label, why }) => ({ fact: id, label, score: 1, why })),
  };
}

/**
 * Matches a record by the names in its marks. If exactly one candidate is certain, it is the match; otherwise the best
 * candidates are a question. A record without names or candidates is new.
 */
export function matchByNames(sourceRecord: SourceRecord, names: RegisterNames): Match {
  const marks = sourceRecord.marks?.codes ?? [];
  const sourceNames = sourceRecord.marks?.names ?? [];
  if (sourceNames.length === 0) return { outcome: 'new' };
  const codes: RecordCode[] = marks.map(({ scheme, value, on }) => ({
    scheme,
    value,
    ...(on === undefined ? {} : { validity: on }),
  }));
  const on = edtfOf(sourceRecord.values.validity);
  const candidates = names.candidates({
    type: sourceRecord.type,
    names: sourceNames,
    codes,
    ...(on === undefined ? {} : { on }),
  });
  const certain = candidates.filter(({ score }) => score >= minCertainScore);
  const [best] = certain;
  if (best && certain.length === 1) return { outcome: 'known', id: best.fact, label: best.label };
  return candidates.length > 0
    ? { outcome: 'doubtful', candidates: candidates.slice(0, maxCandidates) }
    : { outcome: 'new' };
}
