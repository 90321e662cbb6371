import { agreementStatus, spellReading, sqlValues, statusesInForce, strongestReadings } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { plain } from '../compile/object.ts';
import { onSql } from '../compile/on-argument.ts';
import type { Emit } from '../compile/run.ts';
import { asOf, type Scope, tableIn } from '../compile/scope.ts';
import { readingSql } from '../compile/spell-sql.ts';
import { type DerivedContext, derived } from './derived-field.ts';

/**
 * SQL for the reading of whether an agreement is in force on a day. An agreement signed after the day, or ended before
 * it, is not. Otherwise the reading follows from its entry into force and its end; an end that is not recorded is open
 * if the status of the agreement is in force, and unknown if not. Without an entry into force, it follows from its
 * obligations.
 */
function inForceSql(scope: Scope, agreement: string, on: string): string {
  const ofTreaty = readingSql(
    {
      earliest: 't.entry_into_force_earliest',
      startLatest: 't.entry_into_force_latest',
      latest: `(CASE WHEN t.ended_edtf IS NULL AND t.status IN (${sqlValues(agreementStatus, ...statusesInForce)}) THEN date 'infinity' ELSE t.ended_latest END)`,
      endEarliest: 't.ended_earliest',
      attestedUntil: 'NULL::date',
    },
    on,
  );
  const ofObligation = readingSql(
    {
      earliest: 'o.validity_earliest',
      latest: 'o.validity_latest',
      startLatest: 'o.validity_start_latest',
      endEarliest: 'o.validity_end_earliest',
      attestedUntil: 'o.validity_attested_until',
    },
    on,
  );
  const order = `array_position(ARRAY[${sqlValues(spellReading, ...strongestReadings)}], ${ofObligation})`;
  return `(SELECT CASE
      WHEN t.signed_earliest > ${on} OR t.entry_into_force_earliest > ${on} OR t.ended_latest < ${on} THEN ${sqlValues(spellReading, 'NO')}
      WHEN t.entry_into_force_edtf IS NOT NULL THEN ${ofTreaty}
      ELSE coalesce((SELECT ${ofObligation} FROM ${tableIn(scope, 'Obligation')} o WHERE o.agreement_id = t.id${asOf(scope, 'o')} ORDER BY ${order} LIMIT 1), ${sqlValues(spellReading, 'UNSTATED')}) END
    FROM ${tableIn(scope, 'Agreement')} t WHERE t.id = ${agreement}${asOf(scope, 't')})`;
}

function inForce(compiler: Compiler, { handle, selected }: DerivedContext): Emit {
  compiler.derives = true;
  return plain(handle.row.addPlain(inForceSql(handle.scope, handle.id, onSql(compiler, handle.scope, selected))));
}

export const inForceFields = [
  derived(
    'Agreement',
    'inForce',
    'Whether it is in force on a day. Derived from its entry into force and its end or, if no entry into force is recorded, from its obligations.',
    '("""The day; by default that of the enclosing field or of the revision, or today.""" on: Date): SpellReading',
    inForce,
  ),
];
