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
      cell: ({ measure }) => (
        <>
          <FactLink fact={measure} view={view} />
          <span className={styles.fine}>
            <Listed type="PolicyMeasure" field="nature" value={measure.nature} />
            {measure.measureTypes?.length ? ': ' : ''}
            <Listed type="PolicyMeasure" field="measureTypes" value={measure.measureTypes ?? null} />
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
    { key: 'validity', label: 'In effect', cell: ({ measure }) => <DateWords date={measure.validity} /> },
    {
      key: 'outcome',
      label: 'Outcome',
      cell: ({ measure }) => measure.outcome && <Listed type="PolicyMeasure" field="outcome" value={measure.outcome} />,
    },
    {
      key: 'evidence',
      label: 'Evidence',
      cell: ({ measure }) => (
        <>
          <GradeChip grade={measure.grade} /> <EvidenceStatus status={measure.evidenceStatus} />
        </>
      ),
    },
  ];
  return (
    <Section
      id="measures"
      title="Policy measures"
      count={policyMeasures.length}
      lead="Sanctions, embargoes, expulsions and the like that one of the two takes against the other, and steps that ease them."
    >
      {policyMeasures.length > 0 ? (
        <Table
          caption="Policy measures between the two"
          columns={columns}
          rows={policyMeasures}
          keyOf={({ measure, sender }) => `${measure.id} ${sender}`}
        />
      ) : (
        <p className={styles.none}>
          The register has no record of a policy measure that one of the two takes against the other.
        </p>
      )}
    </Section>
  );
}
