import { factTypeOfId, fieldsOf, isFactType, stance } from '@chancery/codebook';
import { address, first, type SearchParameters, type View } from '../../addresses/view.ts';
import { queryRegister } from '../../doors/query-register.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import { type CitedFactFragment, SourceCitationsDocument } from '../../generated/register/graphql.ts';
import { Empty } from '../../ui/empty.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { locatorWords } from '../evidence/citation.ts';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { Manner } from '../evidence/manner.tsx';
import styles from './sources.module.css';

interface CitedForProps {
  readonly id: string;
  readonly view: View;
  readonly parameters: SearchParameters;
  readonly path: string;
}

const rowsOfPage = 100;

/** All that a source is cited for: the place in it, the fact, the words, in what mode and on whose word, the grade. */
export async function CitedFor({ id, view, parameters, path }: CitedForProps) {
  const after = first(parameters.citations);
  const answer = await queryRegister(SourceCitationsDocument, { id, first: rowsOfPage, after: after ?? null }, view);
  if (!answer.ok) return <Notice tone="warning">{answer.refusal.message}</Notice>;
  const { totalCount, nodes, pageInfo } = answer.data.citations;
  const { citations: _citations, ...rest } = parameters;
  return (
    <Section
      id="cited-for"
      title="What it is cited for"
      count={totalCount}
      lead="Each passage with what it is cited for, in what mode it says so, on whose word, and how credible that is."
    >
      {nodes.length > 0 ? (
        <Table caption="What it is cited for" columns={columnsOf(view)} rows={nodes} keyOf={(row) => row.id} />
      ) : (
        <Empty title="Nothing rests on it yet" />
      )}
      {after || pageInfo.hasNextPage ? (
        <nav aria-label="Pages of citations" className={styles.pages}>
          {after ? <a href={address(path, view, rest)}>First citations</a> : null}
          {pageInfo.hasNextPage && pageInfo.endCursor ? (
            <a href={`${address(path, view, { ...rest, citations: pageInfo.endCursor })}#cited-for`}>
              More citations →
            </a>
          ) : null}
        </nav>
      ) : null}
    </Section>
  );
}

function columnsOf(view: View): Column<CitedFactFragment>[] {
  return [
    { key: 'locator', label: 'Where', cell: (row) => <span className={styles.locator}>{locatorWords(row)}</span> },
    {
      key: 'fact',
      label: 'Cited for',
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
      label: 'It',
      cell: (row) => {
        const listed = Object.entries(stance.values).find(([value]) => value === row.stance)?.[1];
        return <span title={listed?.description}>{listed?.label.toLowerCase() ?? row.stance}</span>;
      },
    },
    {
      key: 'manner',
      label: 'In what mode, on whose word',
      cell: (row) => <Manner modality={row.modality} hedge={row.hedge} speaker={row.attributedTo} view={view} />,
    },
    { key: 'grade', label: 'Grade', cell: (row) => <GradeChip grade={row.grade} /> },
  ];
}

function fieldLabel(id: string, field: string): string {
  const type = factTypeOfId(id);
  return (type && isFactType(type) && fieldsOf(type)[field]?.label.toLowerCase()) || field;
}
