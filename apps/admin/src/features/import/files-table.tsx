import type { ImportPartsFragment } from '../../generated/desk/graphql.ts';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './import.module.css';
import { formatSize } from './import-labels.ts';
import { texts } from './texts.tsx';

type ImportedFile = ImportPartsFragment['files'][number];

/** The files of an import: what each is recognized as, its size, its columns and its first rows. */
export function FilesTable({ files }: { readonly files: readonly ImportedFile[] }) {
  return (
    <>
      <Table caption={texts.files.caption} columns={columns} rows={files} keyOf={({ name }) => name} />
      {files
        .filter(({ columns: header }) => header.length > 0)
        .map(({ name, columns: header, sample }) => (
          <details key={name} className={styles.fold}>
            <summary>{texts.files.firstRows(name)}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
            <section className={styles.scroll} aria-label={texts.files.firstRows(name)} tabIndex={0}>
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
  { key: 'name', label: texts.files.file, isName: true, cell: ({ name }) => <bdi>{name}</bdi> },
  { key: 'size', label: texts.files.size, cell: ({ size }) => formatSize(size) },
  {
    key: 'role',
    label: texts.files.recognizedAs,
    cell: ({ role, problem }) =>
      problem ? (
        <span className={styles.error}>{texts.files.problem(problem)}</span>
      ) : (
        (role ?? <span className={styles.aside}>{texts.files.notRecognized}</span>)
      ),
  },
  {
    key: 'columns',
    label: texts.files.columns,
    cell: ({ columns: header }) => (header.length > 0 ? header.length : null),
  },
];
