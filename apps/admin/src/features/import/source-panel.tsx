import type { SourcePartsFragment } from '../../generated/desk/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './import.module.css';
import { figure, pluralOf } from './import-words.ts';

/** The terms of a source, and whether what it says may be shown to everybody. */
export function TermsMark({
  source: { licence, republish },
}: {
  readonly source: Pick<SourcePartsFragment, 'licence' | 'republish'>;
}) {
  return (
    <span>
      {licence.replace(/\.$/, '')}
      <span className={republish ? styles.allowed : styles.withheld}>
        {republish ? ' ○ may be shown' : ' ● withheld from the public'}
      </span>
    </span>
  );
}

/** What a source is, on what terms it comes, and what is taken of each of its files. */
export function SourcePanel({ source }: { readonly source: SourcePartsFragment }) {
  const { title, publisher, version, citation, doi, coverage, reliability, credibility, files, expected } = source;
  return (
    <Section id="source" title="Source">
      <dl className={styles.facts}>
        <Row name="Title">{title}</Row>
        <Row name="Publisher">{publisher}</Row>
        <Row name="Version">{version}</Row>
        <Row name="Cited as">
          {citation}
          {doi ? (
            <>
              {' '}
              <a href={`https://doi.org/${doi}`}>doi:{doi}</a>
            </>
          ) : null}
        </Row>
        <Row name="Terms">
          <TermsMark source={source} />
        </Row>
        <Row name="Covers">{coverage.replace('/', '–')}</Row>
        <Row name="Grade">
          {reliability}
          {credibility}
          <span className={styles.aside}> unless you say otherwise when it is written</span>
        </Row>
        {expected.length > 0 ? (
          <Row name="Tells of">
            {expected.map(({ type, facts }) => `${figure(facts)} ${pluralOf(type).toLowerCase()}`).join(', ')}
          </Row>
        ) : null}
      </dl>
      {files.map((file) => (
        <details key={file.name} className={styles.fold}>
          <summary>
            {file.name}{' '}
            <span className={styles.aside}>
              {file.rows > 0 ? `${figure(file.rows)} rows, ` : ''}
              {file.columns.length} columns
              {file.columns.some(({ left }) => left) ? `, ${file.columns.filter(({ left }) => left).length} left` : ''}
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
    label: 'Taken',
    cell: ({ left }) => (left ? <span className={styles.aside}>left: {left}</span> : 'taken'),
  },
];

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
