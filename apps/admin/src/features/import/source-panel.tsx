import type { SourcePartsFragment } from '../../generated/desk/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './import.module.css';
import { formatCount, pluralOf } from './import-labels.ts';

/** The terms of a source, and whether they allow publication. */
export function TermsMark({
  source: { licence, republish },
}: {
  readonly source: Pick<SourcePartsFragment, 'licence' | 'republish'>;
}) {
  return (
    <span>
      {licence.replace(/\.$/, '')}
      <span className={republish ? styles.allowed : styles.withheld}>
        {republish ? ' ○ may be published' : ' ● withheld from the public'}
      </span>
    </span>
  );
}

/** A source: its bibliographic data, its terms, and the columns of each file. */
export function SourcePanel({ source }: { readonly source: SourcePartsFragment }) {
  const { title, publisher, version, citation, doi, coverage, reliability, credibility, files, expected } = source;
  return (
    <Section id="source" title="Source">
      <dl className={styles.facts}>
        <Detail name="Title">{title}</Detail>
        <Detail name="Publisher">{publisher}</Detail>
        <Detail name="Version">{version}</Detail>
        <Detail name="Cited as">
          {citation}
          {doi ? (
            <>
              {' '}
              <a href={`https://doi.org/${doi}`}>doi:{doi}</a>
            </>
          ) : null}
        </Detail>
        <Detail name="Terms">
          <TermsMark source={source} />
        </Detail>
        <Detail name="Covers">{coverage.replace('/', '–')}</Detail>
        <Detail name="Grade">
          {reliability}
          {credibility}
          <span className={styles.aside}> You can change the grade when you write the changeset.</span>
        </Detail>
        {expected.length > 0 ? (
          <Detail name="Contains">
            {expected.map(({ type, facts }) => `${formatCount(facts)} ${pluralOf(type).toLowerCase()}`).join(', ')}
          </Detail>
        ) : null}
      </dl>
      {files.map((file) => (
        <details key={file.name} className={styles.fold}>
          <summary>
            {file.name}{' '}
            <span className={styles.aside}>
              {file.rows > 0 ? `${formatCount(file.rows)} rows, ` : ''}
              {file.columns.length} columns
              {file.columns.some(({ left }) => left)
                ? `, ${file.columns.filter(({ left }) => left).length} not imported`
                : ''}
            </span>
          </summary>
          <Table caption={`Columns of ${file.name}`} columns={columns} rows={file.columns} keyOf={({ name }) => name} />
        </details>
      ))}
    </Section>
  );
}

const columns: Column<SourcePartsFragment['files'][number]['columns'][number]>[] = [
  { key: 'name', label: 'Column', isName: true, cell: ({ name }) => <code>{name}</code> },
  { key: 'meaning', label: 'Means', cell: ({ meaning }) => meaning },
  {
    key: 'left',
    label: 'Imported',
    cell: ({ left }) => (left ? <span className={styles.aside}>no: {left}</span> : 'yes'),
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
