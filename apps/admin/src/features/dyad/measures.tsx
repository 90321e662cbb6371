import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import styles from './dyad.module.css';
import { Listed } from './listed.tsx';
import type { MeasureBetween } from './measures-between.ts';
import type { Side } from './side.ts';

interface MeasuresProps {
  readonly measures: readonly MeasureBetween[];
  readonly a: Side;
  readonly b: Side;
  readonly view: View;
}

/** The measures of policy that either takes toward the other. */
export function Measures({ measures, a, b, view }: MeasuresProps) {
  const nameOf = (id: string) => (id === a.id ? a.label : b.label);
  const columns: readonly Column<MeasureBetween>[] = [
    {
      key: 'title',
      label: 'Measure',
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
      count={measures.length}
      lead="That one takes toward the other: sanctions, and the means to ease them."
    >
      {measures.length > 0 ? (
        <Table
          caption="Policy measures between the two"
          columns={columns}
          rows={measures}
          keyOf={({ measure, sender }) => `${measure.id} ${sender}`}
        />
      ) : (
        <p className={styles.none}>The register holds no measure that one of the two takes toward the other.</p>
      )}
    </Section>
  );
}
