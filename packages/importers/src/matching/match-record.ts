import type { StoredFact } from '@chancery/changesets';
import type { SourceRecord } from '../source-record.ts';
import type { BorneCode } from './lookup.ts';
import type { Candidate } from './planned.ts';
import type { RegisterCodes } from './register-codes.ts';
import { type RegisterNames, sure } from './register-names.ts';
import { edtfOf } from './spans.ts';
import type { Standing } from './standing-facts.ts';

/** What a source record is found to be. */
export type Match =
  /** A fact that stands; `own` if the source itself brought it in. */
  | { readonly outcome: 'stands'; readonly fact: StoredFact; readonly own: boolean }
  | { readonly outcome: 'known'; readonly id: string; readonly label: string }
  | { readonly outcome: 'new' }
  | { readonly outcome: 'doubtful'; readonly candidates: readonly Candidate[] }
  | { readonly outcome: 'left' | 'wrong'; readonly message: string };

/** Whether the source has brought a source record in before, or an editor has said what it is; `undefined` if neither. */
export function matchBefore(
  sourceRecord: SourceRecord,
  id: string,
  answer: string | null | undefined,
  standing: (id: string) => Standing,
): Match | undefined {
  if (typeof answer === 'string') {
    const at = standing(answer);
    if (at.outcome === 'stands' && at.fact.type === sourceRecord.type)
      return { outcome: 'stands', fact: at.fact, own: at.fact.id === id };
    const why = at.outcome === 'stands' ? `it is no ${sourceRecord.type}` : 'the register has it no longer';
    return { outcome: 'wrong', message: `It was answered to be ${answer}, but ${why}. Answer again.` };
  }
  const at = standing(id);
  if (at.outcome === 'stands') return { outcome: 'stands', fact: at.fact, own: at.fact.id === id };
  if (at.outcome === 'retired')
    return {
      outcome: 'left',
      message: `It was brought in before and has been retired: ${at.reason} Restore it if it is to come back.`,
    };
  return answer === null ? { outcome: 'new' } : undefined;
}

/** Which record a source record is by the codes that it bears; `undefined` where they stand for none. */
export function matchByCodes(sourceRecord: SourceRecord, codes: RegisterCodes): Match | undefined {
  const marks = sourceRecord.marks?.codes ?? [];
  const meant = new Map(
    marks.flatMap(({ scheme, value, on }) =>
      codes
        .meant({ scheme, value }, on, [sourceRecord.type])
        .map(({ id, label }) => [id, { id, label, why: `${scheme} ${value} stands for it.` }] as const),
    ),
  );
  const [first] = meant.values();
  if (first && meant.size === 1) return { outcome: 'known', ...first };
  if (!first) return undefined;
  return {
    outcome: 'doubtful',
    candidates: [...meant.values()].map(({ id, label, why }) => ({ fact: id, label, score: 1, why })),
  };
}

/** Which record a source record is by its names, for records that a name tells. */
export function matchByNames(sourceRecord: SourceRecord, names: RegisterNames): Match {
  const marks = sourceRecord.marks?.codes ?? [];
  const called = sourceRecord.marks?.names ?? [];
  if (called.length === 0) return { outcome: 'new' };
  const borne: BorneCode[] = marks.map(({ scheme, value, on }) => ({
    scheme,
    value,
    ...(on === undefined ? {} : { validity: on }),
  }));
  const on = edtfOf(sourceRecord.values.validity);
  const candidates = names.candidates({
    type: sourceRecord.type,
    names: called,
    codes: borne,
    ...(on === undefined ? {} : { on }),
  });
  const certain = candidates.filter(({ score }) => score >= sure);
  const [best] = certain;
  if (best && certain.length === 1) return { outcome: 'known', id: best.fact, label: best.label };
  return candidates.length > 0 ? { outcome: 'doubtful', candidates: candidates.slice(0, 5) } : { outcome: 'new' };
}
