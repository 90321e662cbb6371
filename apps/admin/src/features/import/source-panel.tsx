import type { SourcePartsFragment } from '../../generated/desk/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './import.module.css';
import { pluralOf } from './import-labels.ts';
import { texts } from './texts.tsx';

/** The terms of a source, and whether they allow its facts to be published. */
export function TermsMark({
  source: { licence, republish },
}: {
  readonly source: Pick<SourcePartsFragment, 'licence' | 'republish'>;
}) {
  return (
    <span>
      {licence.replace(/\.$/, '')}
      <span className={republish ? styles.allowed : styles.withheld}>
        {republish ? texts.source.mayBePublished : texts.source.mayNotBePublished}
      </span>
    </span>
  );
}

/** The source of an import: its bibliographic data, terms and grade, and the meaning of the columns of each file. */
export function SourcePanel({ source }: { readonly source: SourcePartsFragment }) {
  const { title, publisher, version, citation, doi, coverage, reliability, credibility, files, expected } = source;
  return (
    <Section id="source" title={texts.source.heading}>
      <dl className={styles.facts}>
        <Detail name={texts.source.title}>{title}</Detail>
        <Detail name={texts.source.publisher}>{publisher}</Detail>
        <Detail name={texts.source.version}>{version}</Detail>
        <Detail name={texts.source.citedAs}>
          {citation}
          {doi ? (
            <>
              {' '}
              <a href={`https://doi.org/${doi}`}>{texts.source.doi(doi)}</a>
            </>
          ) : null}
        </Detail>
        <Detail name={texts.source.terms}>
          <TermsMark source={source} />
        </Detail>
        <Detail name={texts.source.covers}>{coverage.replace('/', '–')}</Detail>
        <Detail name={texts.source.grade}>
          {reliability}
          {credibility}
          <span className={styles.aside}>{texts.source.gradeHint}</span>
        </Detail>
        {expected.length > 0 ? (
          <Detail name={texts.source.contains}>
            {expected.map(({ type, facts }) => texts.source.expected(facts, pluralOf(type).toLowerCase())).join(', ')}
          </Detail>
        ) : null}
      </dl>
      {files.map((file) => (
        <details key={file.name} className={styles.fold}>
          <summary>
            {file.name}{' '}
            <span className={styles.aside}>
              {texts.source.fileSize(file.rows, file.columns.length, file.columns.filter(({ left }) => left).length)}
            </span>
          </summary>
          <Table
            caption={texts.source.columnsOf(file.name)}
            columns={columns}
            rows={file.columns}
            keyOf={({ name }) => name}
          />
        </details>
      ))}
    </Section>
  );
}

const columns: Column<SourcePartsFragment['files'][number]['columns'][number]>[] = [
  { key: 'name', label: texts.source.column, isName: true, cell: ({ name }) => <code>{name}</code> },
  { key: 'meaning', label: texts.source.means, cell: ({ meaning }) => meaning },
  {
    key: 'left',
    label: texts.source.imported,
    cell: ({ left }) => (left ? <span className={styles.aside}>{texts.source.no(left)}</span> : texts.source.yes),
  },
];

function Detail({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
