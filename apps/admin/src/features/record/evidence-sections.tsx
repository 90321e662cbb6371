import { fieldsOf } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import type { RecordOutput } from '../../doors/screens.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import type { ClaimRowFragment, DisputedFactFragment } from '../../generated/register/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Attribution } from '../evidence/attribution.tsx';
import { stancesOf } from '../evidence/citation.ts';
import { CitationLine } from '../evidence/citation-line.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { StanceCount } from '../evidence/stance-count.tsx';
import styles from './record.module.css';

interface EvidenceProps {
  readonly record: RecordOutput;
  readonly view: View;
}

/** The citations of the fact as a whole, and its line in an imported data set. Citations of fields are with the fields. */
export function WholeCitations({ record, view }: EvidenceProps) {
  const citations = record.citations.nodes.filter(({ field }) => field === null);
  if (citations.length === 0 && !record.batch) return null;
  return (
    <Section id="evidence" title="Evidence for the fact as a whole" count={citations.length}>
      {record.batch ? (
        <p>
          Line {record.batchLine} of <FactLink fact={record.batch} view={view} />, from{' '}
          <FactLink fact={record.batch.source} view={view} />
          {record.batch.source.licence ? `. Terms: ${record.batch.source.licence.replace(/\.$/, '')}` : ''}.
        </p>
      ) : null}
      <ul>
        {citations.map((citation) => (
          <CitationLine key={citation.id} citation={citation} view={view} />
        ))}
      </ul>
    </Section>
  );
}

/** The claims about the fact. */
export function Claims({ record, view }: EvidenceProps) {
  const { totalCount, nodes } = record.claims;
  if (totalCount === 0) return null;
  return (
    <Section
      id="claims"
      title="Claims"
      count={totalCount}
      lead="Statements that someone is reported to have made. The register does not say whether they are true."
    >
      <Table caption="Claims" columns={claimColumns(view)} rows={nodes} keyOf={({ id }) => id} />
    </Section>
  );
}

function claimColumns(view: View): Column<ClaimRowFragment>[] {
  const polarity = fieldsOf('Claim').polarity?.list?.values;
  return [
    { key: 'claim', label: 'Claim', isName: true, cell: (claim) => <FactLink fact={claim} view={view} /> },
    {
      key: 'polarity',
      label: 'Affirms or denies',
      cell: (claim) => (
        <span title={polarity?.[claim.polarity]?.description}>
          {polarity?.[claim.polarity]?.label.toLowerCase() ?? claim.polarity}
        </span>
      ),
    },
    {
      key: 'attribution',
      label: 'Attribution',
      cell: (claim) => <Attribution {...attributionOf(claim)} view={view} />,
    },
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

function attributionOf({ modality, hedge, speaker }: Pick<ClaimRowFragment, 'modality' | 'hedge' | 'speaker'>) {
  return { modality, hedge, speaker };
}

/** The disputes of the fact, each with both sides. */
export function Disputes({ record, view }: EvidenceProps) {
  const { totalCount, nodes } = record.disputes;
  if (totalCount === 0) return null;
  return (
    <Section
      id="disputes"
      title="Disputes"
      count={totalCount}
      lead="Facts that cannot both be true. The register shows both, with their evidence."
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
              <FactLink fact={{ id: dispute.id, label: 'View dispute' }} view={view} />
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
        {'modality' in side ? <Attribution {...attributionOf(side)} view={view} /> : null}
        {'date' in side ? <DateWords date={side.date} /> : null}
      </p>
    </>
  );
}
