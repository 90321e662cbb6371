import { fieldsOf } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import type { RecordOutput } from '../../doors/screens.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import type { ClaimRowFragment, DisputedFactFragment } from '../../generated/register/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { stancesOf } from '../evidence/citation.ts';
import { CitationLine } from '../evidence/citation-line.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { Manner } from '../evidence/manner.tsx';
import { StanceCount } from '../evidence/stance-count.tsx';
import styles from './record.module.css';

interface EvidenceProps {
  readonly record: RecordOutput;
  readonly view: View;
}

/** The passages cited for the fact as a whole. Those for single fields stand beside these. */
export function WholeCitations({ record, view }: EvidenceProps) {
  const whole = record.citations.nodes.filter(({ field }) => field === null);
  if (whole.length === 0 && !record.batch) return null;
  return (
    <Section id="evidence" title="Evidence for the fact as a whole" count={whole.length}>
      {record.batch ? (
        <p>
          Line {record.batchLine} of <FactLink fact={record.batch} view={view} />, from{' '}
          <FactLink fact={record.batch.source} view={view} />
          {record.batch.source.licence ? `, on these terms: ${record.batch.source.licence.replace(/\.$/, '')}` : ''}.
        </p>
      ) : null}
      <ul>
        {whole.map((citation) => (
          <CitationLine key={citation.id} citation={citation} view={view} />
        ))}
      </ul>
    </Section>
  );
}

/** What is claimed of the fact, settled or not. */
export function Claims({ record, view }: EvidenceProps) {
  const { totalCount, nodes } = record.claims;
  if (totalCount === 0) return null;
  return (
    <Section id="claims" title="Claims about it" count={totalCount} lead="What somebody says and nobody has settled.">
      <Table caption="Claims about it" columns={claimColumns(view)} rows={nodes} keyOf={({ id }) => id} />
    </Section>
  );
}

function claimColumns(view: View): Column<ClaimRowFragment>[] {
  const polarity = fieldsOf('Claim').polarity?.list?.values;
  return [
    { key: 'claim', label: 'Claim', isName: true, cell: (claim) => <FactLink fact={claim} view={view} /> },
    {
      key: 'polarity',
      label: 'It',
      cell: (claim) => (
        <span title={polarity?.[claim.polarity]?.description}>
          {polarity?.[claim.polarity]?.label.toLowerCase() ?? claim.polarity}
        </span>
      ),
    },
    { key: 'manner', label: 'Said', cell: (claim) => <Manner {...mannerOf(claim)} view={view} /> },
    { key: 'date', label: 'Date', cell: ({ date }) => (date ? <DateWords date={date} /> : null) },
    {
      key: 'evidence',
      label: 'Evidence',
      cell: (claim) => (
        <span className={styles.marks}>
          <GradeChip grade={claim.grade} />
          <StanceCount {...stancesOf(claim.citations.nodes)} />
          <EvidenceStatus status={claim.evidenceStatus} quiet />
        </span>
      ),
    },
  ];
}

function mannerOf({ modality, hedge, speaker }: Pick<ClaimRowFragment, 'modality' | 'hedge' | 'speaker'>) {
  return { modality, hedge, speaker };
}

/** The facts that contradict it, both sides at once. */
export function Disputes({ record, view }: EvidenceProps) {
  const { totalCount, nodes } = record.disputes;
  if (totalCount === 0) return null;
  return (
    <Section
      id="disputes"
      title="Disputes"
      count={totalCount}
      lead="Facts that contradict each other, both with their evidence."
    >
      <ul className={styles.disputes}>
        {nodes.map((dispute) => (
          <li key={dispute.id}>
            <div className={styles.sides}>
              {[dispute.one, dispute.other].map((side) => (
                <div key={side.id}>
                  <SideHead side={side} view={view} />
                  <ul>
                    {side.citations.nodes.map((citation) => (
                      <CitationLine key={citation.id} citation={citation} view={view} />
                    ))}
                  </ul>
                </div>
              ))}
            </div>
            <p className={styles.quiet}>
              {dispute.point ?? 'The point at issue is not stated'}.{' '}
              <FactLink fact={{ id: dispute.id, label: 'The dispute' }} view={view} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SideHead({ side, view }: { side: DisputedFactFragment; view: View }) {
  return (
    <>
      <b>
        <FactLink fact={side} view={view} />
      </b>
      <p className={styles.marks}>
        <GradeChip grade={side.grade} />
        {'modality' in side ? <Manner {...mannerOf(side)} view={view} /> : null}
        {'date' in side ? <DateWords date={side.date} /> : null}
      </p>
    </>
  );
}
