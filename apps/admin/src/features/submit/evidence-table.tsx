import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { editorAddress } from '../desk-home/desk-addresses.ts';
import { type ChangesetChecks, evidencePercent } from '../review/checks.ts';
import { fieldLabel } from './problem-list.tsx';
import styles from './submit.module.css';
import { texts } from './texts.ts';

const order = Object.keys(texts.evidence.coverage);
/** Maximum number of fields in the table. */
const maxRows = 300;

type EvidenceRow = ChangesetChecks['coverage'][number];

/** The evidence for the changed fields that need it, up to 300 of them. Fields without evidence come first. */
export function EvidenceTable({
  checks,
  labels,
}: {
  checks: ChangesetChecks;
  labels: Readonly<Record<string, string>>;
}) {
  const percent = evidencePercent(checks);
  if (percent === null) return null;
  const rows = [...checks.coverage].sort((a, b) => order.indexOf(a.coverage) - order.indexOf(b.coverage));
  const shown = rows.slice(0, maxRows);
  const missing = rows.filter(({ coverage }) => coverage === 'MISSING').length;
  const columns: Column<EvidenceRow>[] = [
    { key: 'fact', label: texts.evidence.fact, isName: true, cell: ({ fact }) => <bdi>{labels[fact] ?? fact}</bdi> },
    {
      key: 'field',
      label: texts.evidence.field,
      cell: ({ fact, field }) => <a href={editorAddress(fact, field)}>{fieldLabel(fact, field)}</a>,
    },
    {
      key: 'coverage',
      label: texts.evidence.heading,
      cell: ({ coverage }) => (
        <span className={styles.coverage} data-coverage={coverage}>
          {texts.evidence.coverage[coverage]}
        </span>
      ),
    },
  ];
  return (
    <Section id="evidence" title={texts.evidence.heading} lead={texts.evidence.lead(percent, missing)}>
      <details open={missing > 0 || rows.length <= 12}>
        <summary>{texts.evidence.fields(rows.length, shown.length)}</summary>
        <Table
          caption={texts.evidence.caption}
          columns={columns}
          rows={shown}
          keyOf={({ operation, fact, field }) => `${operation} ${fact} ${field}`}
        />
      </details>
    </Section>
  );
}
