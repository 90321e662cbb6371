import {
  type FactTypeName,
  fieldsOf,
  type InverseLink,
  isFactType,
  listColumns,
  maxCitationsPerRow,
  type TypeName,
  typeOf,
  visibleLinks,
} from '@chancery/codebook';
import { collectionPath, factAddress } from '../../addresses/collections.ts';
import { address, type View } from '../../addresses/view.ts';
import { linkedRows } from '../../endpoints/screens.ts';
import { FieldDisplay } from '../../fields/displays.tsx';
import { type FactOutputFields, outputOf } from '../../fields/outputs.ts';
import { capitalize } from '../../ui/capitalize.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { CitationOutput } from '../evidence/citation.ts';
import { countStances } from '../evidence/citation.ts';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { StanceCount } from '../evidence/stance-count.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import { linksOfExtras } from '../record-extras.tsx';
import { SpellCell } from '../spells/spell-cell.tsx';
import styles from './record.module.css';
import { texts } from './texts.tsx';

interface LinksProps {
  readonly type: FactTypeName;
  readonly links: FactOutputFields;
  /** The day of the page. */
  readonly on: string;
  readonly view: View;
}

/**
 * The facts that link to a record: a table of the first facts for each inverse link that has any, and one line that
 * names the inverse links without facts.
 */
export function Links({ type, links, on, view }: LinksProps) {
  const inverseLinks = visibleLinks(type).filter(
    ({ name }) => name !== 'citedFor' && !linksOfExtras(type).includes(name),
  );
  const isEmpty = ({ name }: InverseLink) => linkedRows(links, name).totalCount === 0;
  const emptyLinks = inverseLinks.filter(isEmpty);
  return (
    <>
      {inverseLinks
        .filter((inverseLink) => !isEmpty(inverseLink))
        .map((inverseLink) => (
          <InverseLinkSection key={inverseLink.name} {...{ inverseLink, links, on, view }} />
        ))}
      {emptyLinks.length > 0 ? (
        <p className={styles.emptyFields}>{texts.links.none(emptyLinks.map(({ label }) => label.toLowerCase()))}</p>
      ) : null}
    </>
  );
}

interface InverseLinkSectionProps {
  readonly inverseLink: InverseLink;
  readonly links: FactOutputFields;
  readonly on: string;
  readonly view: View;
}

function InverseLinkSection({ inverseLink, links, on, view }: InverseLinkSectionProps) {
  const { totalCount, nodes } = linkedRows(links, inverseLink.name);
  const [through] = inverseLink.through;
  const all =
    totalCount > nodes.length &&
    through &&
    inverseLink.through.length === 1 &&
    fieldsOf(inverseLink.type)[through]?.filterable
      ? address(collectionPath(inverseLink.type), view, { [through]: links.id })
      : undefined;
  return (
    <Section
      id={inverseLink.name}
      title={inverseLink.label}
      count={totalCount}
      aside={all ? <a href={all}>{texts.links.all(totalCount)}</a> : null}
    >
      <Table
        caption={inverseLink.label}
        columns={columnsOf(inverseLink, nodes, on, view)}
        rows={nodes}
        keyOf={({ id }) => id}
      />
      <MoreNote shownCount={nodes.length} totalCount={totalCount} href={all} />
    </Section>
  );
}

/**
 * Returns the columns for the facts of an inverse link. For links: their other fields, and a link to their page. For
 * records: the columns of their list. Leaves out columns without a value, except spells that can lapse.
 */
function columnsOf(
  { type, through }: InverseLink,
  rows: readonly FactOutputFields[],
  on: string,
  view: View,
): Column<FactOutputFields>[] {
  const isLink = typeOf(type).category !== 'record';
  const fields = (isLink ? shortFields(type) : listColumns(type)).filter(
    ([name, { spell }]) => !through.includes(name) && (spell === 'LAPSES' || rows.some((row) => hasValue(row, name))),
  );
  const [first] = fields;
  const labelColumn: Column<FactOutputFields>[] = isLink
    ? []
    : [{ key: 'label', label: capitalize(typeOf(type).singular), isName: true, cell: (row) => labelled(row, view) }];
  const fieldColumns = fields.map(
    ([name, field]): Column<FactOutputFields> => ({
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
  return [...labelColumn, ...fieldColumns, evidenceColumn(type, isLink, view)];
}

function hasValue(row: FactOutputFields, name: string): boolean {
  const value = outputOf(row, name);
  return value !== null && (!Array.isArray(value) || value.length > 0);
}

function evidenceColumn(type: TypeName, isLink: boolean, view: View): Column<FactOutputFields> {
  return {
    key: 'evidence',
    label: texts.links.evidence,
    cell: (row) => {
      const citations = citationsOf(row);
      return (
        <span className={styles.marks}>
          <GradeChip grade={typeof row.grade === 'string' ? row.grade : null} />
          {citations.length > 0 ? (
            <StanceCount {...countStances(citations)} isCut={citations.length >= maxCitationsPerRow} />
          ) : null}
          {typeof row.evidenceStatus === 'string' ? <EvidenceStatus status={row.evidenceStatus} quiet /> : null}
          {isLink && isFactType(type) ? (
            <a
              href={factAddress(row.id, view)}
              aria-label={texts.links.evidenceOf(String(row.label ?? texts.links.unlabelled))}
            >
              {texts.links.showEvidence}
            </a>
          ) : null}
        </span>
      );
    },
  };
}

function citationsOf(row: FactOutputFields): readonly CitationOutput[] {
  const citations = row.citations as { readonly nodes: readonly CitationOutput[] } | undefined;
  return citations?.nodes ?? [];
}

function shortFields(type: TypeName) {
  return Object.entries(fieldsOf(type)).filter(
    ([name, field]) =>
      !field.deskOnly && name !== 'evidenceStatus' && !['longText', 'url', 'point'].includes(field.kind),
  );
}

function labelled(row: FactOutputFields, view: View) {
  return (
    <a href={factAddress(row.id, view)}>
      <bdi>{String(row.label)}</bdi>
    </a>
  );
}
