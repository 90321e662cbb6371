import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import styles from './dyad.module.css';
import { ListedValues } from './listed-values.tsx';
import type { PolicyMeasureBetween } from './policy-measures-between.ts';
import type { Side } from './side.ts';
import { texts } from './texts.tsx';

interface PolicyMeasuresProps {
  readonly policyMeasures: readonly PolicyMeasureBetween[];
  readonly a: Side;
  readonly b: Side;
  readonly view: View;
}

/** The policy measures that either actor takes against the other. */
export function PolicyMeasures({ policyMeasures, a, b, view }: PolicyMeasuresProps) {
  const nameOf = (id: string) => (id === a.id ? a.label : b.label);
  const columns: readonly Column<PolicyMeasureBetween>[] = [
    {
      key: 'title',
      label: texts.policyMeasures.columns.title,
      isName: true,
      cell: ({ policyMeasure }) => (
        <>
          <FactLink fact={policyMeasure} view={view} />
          <span className={styles.fine}>
            <ListedValues type="PolicyMeasure" field="nature" value={policyMeasure.nature} />
            {policyMeasure.policyMeasureTypes?.length ? ': ' : ''}
            <ListedValues type="PolicyMeasure" field="measureTypes" value={policyMeasure.policyMeasureTypes ?? null} />
          </span>
        </>
      ),
    },
    {
      key: 'direction',
      label: texts.policyMeasures.columns.direction,
      cell: ({ sender, target }) => (
        <>
          {nameOf(sender)} <span aria-hidden="true">→</span>
          <span className="visually-hidden">{texts.policyMeasures.toward}</span> {nameOf(target)}
        </>
      ),
    },
    {
      key: 'validity',
      label: texts.policyMeasures.columns.validity,
      cell: ({ policyMeasure }) => <DateWords date={policyMeasure.validity} />,
    },
    {
      key: 'outcome',
      label: texts.policyMeasures.columns.outcome,
      cell: ({ policyMeasure }) =>
        policyMeasure.outcome && <ListedValues type="PolicyMeasure" field="outcome" value={policyMeasure.outcome} />,
    },
    {
      key: 'evidence',
      label: texts.policyMeasures.columns.evidence,
      cell: ({ policyMeasure }) => (
        <>
          <GradeChip grade={policyMeasure.grade} /> <EvidenceStatus status={policyMeasure.evidenceStatus} />
        </>
      ),
    },
  ];
  return (
    <Section
      id="policy-measures"
      title={texts.policyMeasures.heading}
      count={policyMeasures.length}
      lead={texts.policyMeasures.lead}
    >
      {policyMeasures.length > 0 ? (
        <Table
          caption={texts.policyMeasures.table}
          columns={columns}
          rows={policyMeasures}
          keyOf={({ policyMeasure, sender }) => `${policyMeasure.id} ${sender}`}
        />
      ) : (
        <p className={styles.none}>{texts.policyMeasures.none}</p>
      )}
    </Section>
  );
}
