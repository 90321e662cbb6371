import type { FieldEvidence } from '../../generated/desk/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { editorAddress } from '../desk-home/desk-addresses.ts';
import { type ChangesetChecks, coveragePercent } from '../review/checks.ts';
import { fieldLabel } from './problem-list.tsx';
import styles from './submit.module.css';

const coverageWords: Readonly<Record<FieldEvidence, string>> = {
  MISSING: '✕ missing',
  CITED: '✓ cited',
  BATCH: '✓ by its import',
  ADOPTED: '✓ adopted from a claim',
  WAIVED: '– waived',
};
const order = Object.keys(coverageWords);

type Row = ChangesetChecks['coverage'][number];

/** For each field that needs evidence whether it is cited, waived or still without; what is missing stands first. */
export function CoverageTable({
  checks,
  labels,
}: {
  checks: ChangesetChecks;
  labels: Readonly<Record<string, string>>;
}) {
  const percent = coveragePercent(checks);
  if (percent === null) return null;
  const rows = [...checks.coverage].sort((a, b) => order.indexOf(a.coverage) - order.indexOf(b.coverage));
  const missing = rows.filter(({ coverage }) => coverage === 'MISSING').length;
  const columns: Column<Row>[] = [
    { key: 'fact', label: 'Fact', isName: true, cell: ({ fact }) => <bdi>{labels[fact] ?? fact}</bdi> },
    {
      key: 'field',
      label: 'Field',
      cell: ({ fact, field }) => <a href={editorAddress(fact, field)}>{fieldLabel(fact, field)}</a>,
    },
    {
      key: 'coverage',
      label: 'Evidence',
      cell: ({ coverage }) => (
        <span className={styles.coverage} data-coverage={coverage}>
          {coverageWords[coverage]}
        </span>
      ),
    },
  ];
  return (
    <Section
      id="evidence"
      title="Evidence"
      lead={`${percent} % of the fields that need evidence have it${missing > 0 ? `; ${missing} still need a citation, or a waiver with its reason` : ''}.`}
    >
      <details open={missing > 0 || rows.length <= 12}>
        <summary>{rows.length} fields</summary>
        <Table
          caption="Evidence of each field"
          columns={columns}
          rows={rows.slice(0, 300)}
          keyOf={({ operation, fact, field }) => `${operation} ${fact} ${field}`}
        />
      </details>
    </Section>
  );
}
