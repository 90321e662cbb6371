import { typeOf, type Values } from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';
import { dateOf } from './dated-kinds.ts';
import type { Match } from './match-record.ts';
import type { RegisterCodes } from './register-codes.ts';
import type { RegisterNames } from './register-names.ts';
import { edtfOf } from './spans.ts';

/** A source record whose references are resolved to facts. */
export interface ResolvedRecord {
  readonly sourceRecord: SourceRecord;
  /** The stable id that the fact has if this source creates or created it. */
  readonly id: string;
  readonly values: Values;
  /**
   * `values` with a composed title if the source gives none. Used only for facts of this source; others keep their
   * titles.
   */
  readonly titledValues: Values;
  readonly label: string;
  /** Labels of the referenced facts, by id. */
  readonly labels: ReadonlyMap<string, string>;
  readonly earlierMatch: Match | undefined;
}

/** Adds a fact that the import creates to the codes and names, so that later source records find it. */
export function rememberCreated(
  { sourceRecord, id, values, label, labels }: ResolvedRecord,
  codes: RegisterCodes,
  names: RegisterNames,
): void {
  const { of, scheme, value } = values;
  const validity = edtfOf(values.validity);
  if (sourceRecord.type === 'ExternalCode' && typeof of === 'string')
    codes.add({
      id,
      of,
      ofLabel: labels.get(of) ?? label,
      scheme: String(scheme),
      value: String(value),
      ...(validity === undefined ? {} : { validity: { edtf: validity } }),
    });
  const date = typeOf(sourceRecord.type).nameRecurs ? dateOf(sourceRecord.type, values) : undefined;
  if (sourceRecord.marks?.names)
    names.add({
      id,
      type: sourceRecord.type,
      label,
      names: sourceRecord.marks.names,
      codes: [],
      ...(validity === undefined ? {} : { validity }),
      ...(date === undefined ? {} : { date }),
    });
}
