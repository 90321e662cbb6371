import {
  type FactTypeName,
  fieldsOf,
  type InverseLink,
  isFactType,
  listColumns,
  type TypeName,
  typeOf,
  visibleLinks,
} from '@chancery/codebook';
import { collectionPath, factAddress } from '../../addresses/collections.ts';
import { address, type View } from '../../addresses/view.ts';
import { linkedRows } from '../../doors/screens.ts';
import { FieldDisplay } from '../../fields/displays.tsx';
import { type OutputRow, outputOf } from '../../fields/outputs.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { CitationOutput } from '../evidence/citation.ts';
import { stancesOf } from '../evidence/citation.ts';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { StanceCount } from '../evidence/stance-count.tsx';
import { More } from '../lists/more.tsx';
import { linksOfExtras } from '../record-extras.tsx';
import { SpellCell } from '../spells/spell-cell.tsx';
import styles from './record.module.css';

interface LinksProps {
  readonly type: FactTypeName;
  readonly links: OutputRow;
  /** The day of the page. */
  readonly on: string;
  readonly view: View;
}

/** The facts that point at a record: a table for each way back that leads to any, the others named in one line. */
export function Links({ type, links, on, view }: LinksProps) {
  const ways = visibleLinks(type).filter(({ name }) => name !== 'citedFor' && !linksOfExtras(type).includes(name));
  const isEmpty = ({ name }: InverseLink) => linkedRows(links, name).totalCount === 0;
  const empty = ways.filter(isEmpty);
  return (
    <>
      {ways
        .filter((way) => !isEmpty(way))
        .map((way) => (
          <WayBack key={way.name} {...{ way, links, on, view }} />
        ))}
      {empty.length > 0 ? (
        <p className={styles.unsaid}>
          The register has no record of these for it: {empty.map(({ label }) => label.toLowerCase()).join(', ')}.
        </p>
      ) : null}
    </>
  );
}

function WayBack({ way, links, on, view }: { way: InverseLink; links: OutputRow; on: string; view: View }) {
  const { totalCount, nodes } = linkedRows(links, way.name);
  const [through] = way.through;
  const all =
    totalCount > nodes.length && through && way.through.length === 1 && fieldsOf(way.type)[through]?.filterable
      ? address(collectionPath(way.type), view, { [through]: links.id })
      : undefined;
  return (
    <Section
      id={way.name}
      title={way.label}
      count={totalCount}
      aside={all ? <a href={all}>All {totalCount.toLocaleString('en-GB')}</a> : null}
    >
      <Table caption={way.label} columns={columnsOf(way, nodes, on, view)} rows={nodes} keyOf={({ id }) => id} />
      <More shown={nodes.length} total={totalCount} href={all} />
    </Section>
  );
}

/**
 * Of a link, its other fields, and the way to itself by its evidence; of a record, what its lists show. Columns in which no
 * row has anything are left out.
 */
function columnsOf(
  { type, through }: InverseLink,
  rows: readonly OutputRow[],
  on: string,
  view: View,
): Column<OutputRow>[] {
  const isLink = typeOf(type).category !== 'record';
  const shown = (isLink ? shortFields(type) : listColumns(type)).filter(
    ([name, { spell }]) => !through.includes(name) && (spell === 'LAPSES' || rows.some((row) => hasValue(row, name))),
  );
  const [first] = shown;
  const named: Column<OutputRow>[] = isLink
    ? []
    : [{ key: 'label', label: capital(typeOf(type).singular), isName: true, cell: (row) => labelled(row, view) }];
  const own = shown.map(
    ([name, field]): Column<OutputRow> => ({
      key: name,
      label: field.label,
      isName: isLink && name === first?.[0],
      isNumber: field.kind === 'integer' || field.kind === 'number',
      cell: (row) => {
        if (field.spell && isFactType(type)) return <SpellCell {...{ type, name, field, row, on, view }} />;
        const value = outputOf(row, name);
        return value === null ? null : <FieldDisplay field={field} value={value} view={view} />;
      },
    }),
  );
  return [...named, ...own, evidenceColumn(type, isLink, view)];
}

function hasValue(row: OutputRow, name: string): boolean {
  const value = outputOf(row, name);
  return value !== null && (!Array.isArray(value) || value.length > 0);
}

function evidenceColumn(type: TypeName, isLink: boolean, view: View): Column<OutputRow> {
  return {
    key: 'evidence',
    label: 'Evidence',
    cell: (row) => {
      const citations = citationsOf(row);
      return (
        <span className={styles.marks}>
          <GradeChip grade={typeof row.grade === 'string' ? row.grade : null} />
          {citations.length > 0 ? <StanceCount {...stancesOf(citations)} /> : null}
          {typeof row.evidenceStatus === 'string' ? <EvidenceStatus status={row.evidenceStatus} quiet /> : null}
          {isLink && isFactType(type) ? (
            <a href={factAddress(row.id, view)} aria-label={`Evidence: ${String(row.label ?? 'this link')}`}>
              evidence
            </a>
          ) : null}
        </span>
      );
    },
  };
}

function citationsOf(row: OutputRow): readonly CitationOutput[] {
  const citations = row.citations as { readonly nodes: readonly CitationOutput[] } | undefined;
  return citations?.nodes ?? [];
}

function shortFields(type: TypeName) {
  return Object.entries(fieldsOf(type)).filter(
    ([name, field]) =>
      !field.deskOnly && name !== 'evidenceStatus' && !['longText', 'url', 'point'].includes(field.kind),
  );
}

function labelled(row: OutputRow, view: View) {
  return (
    <a href={factAddress(row.id, view)}>
      <bdi>{String(row.label)}</bdi>
    </a>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
