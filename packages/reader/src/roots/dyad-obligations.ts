import { fieldsOf, spellReading, sqlValues } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { pagedConnection } from '../compile/connection.ts';
import { emitField } from '../compile/field-kinds.ts';
import { Handle } from '../compile/handle.ts';
import { plainColumn } from '../compile/object.ts';
import type { ResultRow } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { asOfSql, type Scope, tableSql } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';
import { readingSql, spellColumns } from '../compile/spell-sql.ts';
import { supportsSql } from '../computed/support.ts';
import type { Sides } from './sides.ts';

const { validity } = fieldsOf('Obligation');

const bounds = ['edtf', 'earliest', 'latest', 'start_latest', 'end_earliest'].map((part) => `o.validity_${part}`);

/**
 * Writes the obligations of a dyad in both directions: one row per direction, kind and period, however many sources
 * state it. Different periods are separate rows, so that disagreement between sources is visible.
 */
export function dyadObligations(
  compiler: Compiler,
  row: ResultRow,
  scope: Scope,
  sides: Sides,
  selected: SelectedField,
): Emit {
  compiler.hasComputedValues = true;
  const { values, bind } = compiler.argumentsOf(selected);
  const obligationsFrom = (from: string, to: string) =>
    `SELECT o.* FROM ${tableSql(scope, 'Obligation')} o WHERE o.from_id = ${from} AND o.to_id = ${to}${asOfSql(scope, 'o')}`;
  const readingOf = (alias: string) => {
    const spell = validity && spellColumns('validity', validity, alias);
    if (!spell) throw new Error('Obligation.validity is not a spell');
    return readingSql(spell, scope.on);
  };
  return pagedConnection(
    compiler,
    {
      node: 'DyadObligation',
      from: (alias) =>
        `(SELECT min(o.id) AS id, array_agg(o.id) AS ids, array_agg(o.agreement_id) AS agreements, o.from_id, o.to_id, o.obligation_type,
          ${bounds.join(', ')}, min(o.validity_basis) AS validity_basis, min(o.validity_note) AS validity_note, max(o.validity_attested_until) AS validity_attested_until
          FROM (${obligationsFrom(sides.a, sides.b)} UNION ${obligationsFrom(sides.b, sides.a)}) o GROUP BY o.from_id, o.to_id, o.obligation_type, ${bounds.join(', ')}) ${alias}`,
      where: (alias) => [
        Array.isArray(values.readings)
          ? `${readingOf(alias)} = ANY (${bind('readings', 'text[]')})`
          : `${readingOf(alias)} <> ${sqlValues(spellReading, 'NO')}`,
      ],
      order: {
        name: 'START_ASC',
        descending: false,
        keys: [
          { sql: (alias) => `${alias}.validity_earliest`, kind: 'date', nullable: true },
          { sql: (alias) => `${alias}.id`, kind: 'text', nullable: false },
        ],
      },
      preferSort: true,
      write: (page, alias, node, inner) =>
        compiler.object('DyadObligation', node, (field) => {
          const handle = new Handle(`${alias}.id`, { row: page, scope, alias: compiler.alias });
          const connection = (type: 'Obligation' | 'Agreement' | 'Source', condition: (of: string) => string) =>
            compiler.connection(type, (of) => [condition(of)], field, { row: page, scope }, inner);
          switch (field.name) {
            case 'from':
            case 'to':
              return compiler.linked('Actor', `${alias}.${field.name}_id`, handle, field, inner);
            case 'obligationType':
              return plainColumn(page.addPlain(`${alias}.obligation_type`));
            case 'validity': {
              if (!validity) throw new Error('Obligation.validity is not a spell');
              return emitField(compiler, 'validity', validity, {
                alias,
                row: page,
                selected: field,
                isNotNull: () => false,
                scope,
              });
            }
            case 'reading':
              return plainColumn(page.addPlain(readingOf(alias)));
            case 'statements':
              return connection('Obligation', (of) => `${of}.id = ANY (${alias}.ids)`);
            case 'agreements':
              return connection('Agreement', (of) => `${of}.id = ANY (${alias}.agreements)`);
            case 'sources':
              return connection('Source', (of) => `${of}.id IN (${sourcesOf(scope, `${alias}.ids`)})`);
            default:
              throw new Error(`DyadObligation has no field ${field.name}`);
          }
        }),
    },
    selected,
    row,
    [],
  );
}

/**
 * Returns SQL for the ids of the sources that support any of the given facts, by a citation or by their import batch.
 */
function sourcesOf(scope: Scope, ids: string): string {
  return `SELECT c.source_id FROM ${tableSql(scope, 'Citation')} c WHERE c.fact_id = ANY (${ids}) AND ${supportsSql('c')}${asOfSql(scope, 'c')}
    UNION SELECT b.source_id FROM ${tableSql(scope, 'fact')} f JOIN ${tableSql(scope, 'ImportBatch')} b ON b.id = f.batch_id${asOfSql(scope, 'b')}
    WHERE f.id = ANY (${ids}) AND ${supportsSql('b')}${asOfSql(scope, 'f')}`;
}

const connectionField = (type: string) =>
  `(@paging, """Returns only the rows that match the filter.""" filter: ${type}Filter, """The order of the rows; by default by id, which is the order of creation.""" orderBy: ${type}Order = ID_ASC): ${type}Connection!`;

export const dyadObligationSdl = `
"""An obligation of one actor of a dyad toward the other, of one kind and for one period, combined from all sources."""
type DyadObligation {
  """The actor that has the obligation."""
  from: Actor!
  """The actor that it is owed to."""
  to: Actor!
  """The kind of obligation."""
  obligationType: ObligationType!
  """The period. If sources state different periods, each is a separate obligation."""
  validity: UncertainDate
  """Whether it holds on the day."""
  reading: SpellReading!
  """The obligations in the register that are combined here; each is what one source states."""
  statements${connectionField('Obligation')}
  """The agreements that contain it, as far as the sources name them."""
  agreements${connectionField('Agreement')}
  """The sources that state it."""
  sources${connectionField('Source')}
}`;
