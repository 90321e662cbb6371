import { agreementStatus, readingsByStrength, spellReading, sqlValues, statusesInForce } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { plainColumn } from '../compile/object.ts';
import { onSql } from '../compile/on-argument.ts';
import type { Emit } from '../compile/run.ts';
import { asOfSql, type Scope, tableSql } from '../compile/scope.ts';
import { readingSql } from '../compile/spell-sql.ts';
import { type ComputedContext, computedField } from './computed-field.ts';

/**
 * Returns SQL for the reading of whether an agreement is in force on a day. The reading is NO if the agreement was
 * signed or entered into force after the day, or ended before it. Otherwise it follows from the entry into force and
 * the end. An end that is not recorded is read as open if the status of the agreement is one in force, else as unknown.
 * If no entry into force is recorded, the reading is the strongest reading of the obligations, or UNSTATED if there are
 * none.
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
  const order = `array_position(ARRAY[${sqlValues(spellReading, ...readingsByStrength)}], ${ofObligation})`;
  return `(SELECT CASE
      WHEN t.signed_earliest > ${on} OR t.entry_into_force_earliest > ${on} OR t.ended_latest < ${on} THEN ${sqlValues(spellReading, 'NO')}
      WHEN t.entry_into_force_edtf IS NOT NULL THEN ${ofTreaty}
      ELSE coalesce((SELECT ${ofObligation} FROM ${tableSql(scope, 'Obligation')} o WHERE o.agreement_id = t.id${asOfSql(scope, 'o')} ORDER BY ${order} LIMIT 1), ${sqlValues(spellReading, 'UNSTATED')}) END
    FROM ${tableSql(scope, 'Agreement')} t WHERE t.id = ${agreement}${asOfSql(scope, 't')})`;
}

function inForce(compiler: Compiler, { handle, selected }: ComputedContext): Emit {
  compiler.hasComputedValues = true;
  return plainColumn(handle.row.addPlain(inForceSql(handle.scope, handle.id, onSql(compiler, handle.scope, selected))));
}

export const inForceFields = [
  computedField(
    'Agreement',
    'inForce',
    'Whether it is in force on a day. Computed from its entry into force and its end or, if no entry into force is recorded, from its obligations.',
    '("""The day; by default the day of the enclosing dyad or past revision, else today.""" on: Date): SpellReading',
    inForce,
  ),
];
