import type { FieldEvidence } from '../../generated/desk/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { editorAddress } from '../desk-home/desk-addresses.ts';
import { type ChangesetChecks, coveragePercent } from '../review/checks.ts';
import { fieldLabel } from './problem-list.tsx';
import styles from './submit.module.css';

const coverageLabels: Readonly<Record<FieldEvidence, string>> = {
  MISSING: '✕ missing',
  CITED: '✓ cited',
  BATCH: '✓ by its import',
  ADOPTED: '✓ adopted from a claim',
  WAIVED: '– waived',
};
const order = Object.keys(coverageLabels);

type FieldCoverage = ChangesetChecks['coverage'][number];

/** The evidence of each field that needs it. Fields without evidence come first. */
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
  const columns: Column<FieldCoverage>[] = [
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
          {coverageLabels[coverage]}
        </span>
      ),
    },
  ];
  return (
    <Section
      id="evidence"
      title="Evidence"
      lead={`${percent} % of the fields that need evidence have it${missing > 0 ? `; ${missing} still need a citation or a waiver` : ''}.`}
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
