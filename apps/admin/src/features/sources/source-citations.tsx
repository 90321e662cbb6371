import { factTypeOfId, fieldsOf, isFactType, maxPageSize, stance } from '@chancery/codebook';
import { address, firstValue, type SearchParameters, type View } from '../../addresses/view.ts';
import { setStatus } from '../../edge/set-status.ts';
import { queryRegister } from '../../endpoints/query-register.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import { type CitedFactFragment, SourceCitationsDocument } from '../../generated/register/graphql.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Attribution } from '../evidence/attribution.tsx';
import { locatorWords } from '../evidence/citation.ts';
import { GradeChip } from '../evidence/grade-chip.tsx';
import styles from './sources.module.css';
import { texts } from './texts.tsx';

interface SourceCitationsProps {
  readonly id: string;
  readonly view: View;
  readonly parameters: SearchParameters;
  readonly path: string;
}

/** The citations of a source, page by page: locator, fact, excerpt, stance, attribution and grade. */
export async function SourceCitations({ id, view, parameters, path }: SourceCitationsProps) {
  const after = firstValue(parameters.citations);
  const answer = await queryRegister(SourceCitationsDocument, { id, first: maxPageSize, after: after ?? null }, view);
  if (!answer.ok) {
    const isBadCursor = answer.refusal.code === 'BAD_CURSOR';
    if (isBadCursor) await setStatus(answer.refusal.status);
    return (
      <Notice tone="warning">
        {answer.refusal.message}{' '}
        {isBadCursor ? (
          <a href={address(path, view, { ...parameters, citations: undefined })}>{texts.citations.pages.first}</a>
        ) : null}
      </Notice>
    );
  }
  const { totalCount, nodes, pageInfo } = answer.data.citations;
  const { citations: _citations, ...rest } = parameters;
  return (
    <Section id="cited-for" title={texts.citations.heading} count={totalCount} lead={texts.citations.lead}>
      {nodes.length > 0 ? (
        <Table caption={texts.citations.heading} columns={columnsOf(view)} rows={nodes} keyOf={(row) => row.id} />
      ) : (
        <EmptyMessage title={texts.citations.none} />
      )}
      {after || pageInfo.hasNextPage ? (
        <nav aria-label={texts.citations.pages.name} className={styles.pages}>
          {after ? <a href={address(path, view, rest)}>{texts.citations.pages.first}</a> : null}
          {pageInfo.hasNextPage && pageInfo.endCursor ? (
            <a href={`${address(path, view, { ...rest, citations: pageInfo.endCursor })}#cited-for`}>
              {texts.citations.pages.more}
            </a>
          ) : null}
        </nav>
      ) : null}
    </Section>
  );
}

function columnsOf(view: View): Column<CitedFactFragment>[] {
  return [
    {
      key: 'locator',
      label: texts.citations.columns.locator,
      cell: (row) => <span className={styles.locator}>{locatorWords(row)}</span>,
    },
    {
      key: 'fact',
      label: texts.citations.columns.fact,
      isName: true,
      cell: (row) => (
        <>
          <FactLink fact={row.fact} view={view} />
          {row.field ? <span className={styles.field}> {fieldLabel(row.fact.id, row.field)}</span> : null}
          {row.excerpt ? (
            <blockquote className={styles.excerpt} lang={row.excerptLanguage ?? undefined} dir="auto">
              {row.excerpt}
            </blockquote>
          ) : null}
        </>
      ),
    },
    {
      key: 'stance',
      label: texts.citations.columns.stance,
      cell: (row) => {
        const listed = Object.entries(stance.values).find(([value]) => value === row.stance)?.[1];
        return <span title={listed?.description}>{listed?.label.toLowerCase() ?? row.stance}</span>;
      },
    },
    {
      key: 'attribution',
      label: texts.citations.columns.attribution,
      cell: (row) => <Attribution modality={row.modality} hedge={row.hedge} speaker={row.attributedTo} view={view} />,
    },
    { key: 'grade', label: texts.citations.columns.grade, cell: (row) => <GradeChip grade={row.grade} /> },
  ];
}

function fieldLabel(id: string, field: string): string {
  const type = factTypeOfId(id);
  return (type && isFactType(type) && fieldsOf(type)[field]?.label.toLowerCase()) || field;
}
