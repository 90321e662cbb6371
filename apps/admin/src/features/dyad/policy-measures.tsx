import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import styles from './dyad.module.css';
import { Listed } from './listed.tsx';
import type { PolicyMeasureBetween } from './policy-measures-between.ts';
import type { Side } from './side.ts';

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
      label: 'Policy measure',
      isName: true,
      cell: ({ policyMeasure }) => (
        <>
          <FactLink fact={policyMeasure} view={view} />
          <span className={styles.fine}>
            <Listed type="PolicyMeasure" field="nature" value={policyMeasure.nature} />
            {policyMeasure.policyMeasureTypes?.length ? ': ' : ''}
            <Listed type="PolicyMeasure" field="measureTypes" value={policyMeasure.policyMeasureTypes ?? null} />
          </span>
        </>
      ),
    },
    {
      key: 'direction',
      label: 'Direction',
      cell: ({ sender, target }) => (
        <>
          {nameOf(sender)} <span aria-hidden="true">→</span>
          <span className="visually-hidden"> toward </span> {nameOf(target)}
        </>
      ),
    },
    { key: 'validity', label: 'In effect', cell: ({ policyMeasure }) => <DateWords date={policyMeasure.validity} /> },
    {
      key: 'outcome',
      label: 'Outcome',
      cell: ({ policyMeasure }) =>
        policyMeasure.outcome && <Listed type="PolicyMeasure" field="outcome" value={policyMeasure.outcome} />,
    },
    {
      key: 'evidence',
      label: 'Evidence',
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
      title="Policy measures"
      count={policyMeasures.length}
      lead="Sanctions, embargoes, expulsions and the like that one of the two takes against the other, and steps that ease them."
    >
      {policyMeasures.length > 0 ? (
        <Table
          caption="Policy measures between the two"
          columns={columns}
          rows={policyMeasures}
          keyOf={({ policyMeasure, sender }) => `${policyMeasure.id} ${sender}`}
        />
      ) : (
        <p className={styles.none}>
          The register has no record of a policy measure that one of the two takes against the other.
        </p>
      )}
    </Section>
  );
}
