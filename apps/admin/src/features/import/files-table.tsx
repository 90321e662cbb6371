import type { ImportPartsFragment } from '../../generated/desk/graphql.ts';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './import.module.css';
import { formatSize } from './import-labels.ts';

type ImportedFile = ImportPartsFragment['files'][number];

/** The files of an import: what each is recognised as, and its first rows. */
export function FilesTable({ files }: { readonly files: readonly ImportedFile[] }) {
  return (
    <>
      <Table caption="Files" columns={columns} rows={files} keyOf={({ name }) => name} />
      {files
        .filter(({ columns: header }) => header.length > 0)
        .map(({ name, columns: header, sample }) => (
          <details key={name} className={styles.fold}>
            <summary>First rows of {name}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
            <section className={styles.scroll} aria-label={`First rows of ${name}`} tabIndex={0}>
              <table className={styles.sample}>
                <thead>
                  <tr>
                    {header.map((column) => (
                      <th key={column} scope="col">
                        {column}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {sample.map((cells, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no key but their position
                    <tr key={at}>
                      {header.map((column, place) => (
                        <td key={column}>{cells[place]}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        ))}
    </>
  );
}

const columns: Column<ImportedFile>[] = [
  { key: 'name', label: 'File', isName: true, cell: ({ name }) => <bdi>{name}</bdi> },
  { key: 'size', label: 'Size', cell: ({ size }) => formatSize(size) },
  {
    key: 'role',
    label: 'Recognised as',
    cell: ({ role, problem }) =>
      problem ? (
        <span className={styles.error}>✕ {problem}</span>
      ) : (
        (role ?? <span className={styles.aside}>not recognised yet</span>)
      ),
  },
  {
    key: 'columns',
    label: 'Columns',
    cell: ({ columns: header }) => (header.length > 0 ? header.length : null),
  },
];
