import { fieldsOf, maxCitationsPerRow } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import type { RecordOutput } from '../../endpoints/screens.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import type { ClaimRowFragment, DisputedFactFragment } from '../../generated/register/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Attribution } from '../evidence/attribution.tsx';
import { countStances } from '../evidence/citation.ts';
import { CitationLine } from '../evidence/citation-line.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { StanceCount } from '../evidence/stance-count.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import styles from './record.module.css';
import { texts } from './texts.tsx';

interface EvidenceProps {
  readonly record: RecordOutput;
  readonly view: View;
}

/**
 * The first citations of the fact as a whole, and the import that created it. The citations of fields are shown with
 * the fields. Renders nothing if there is no such evidence and the query has left out no citations.
 */
export function WholeFactCitations({ record, view }: EvidenceProps) {
  const citations = record.citations.nodes.filter(({ field }) => field === null);
  // The query of the record selects the first citations only, including those of fields.
  const hiddenCount = record.citations.totalCount - record.citations.nodes.length;
  if (citations.length === 0 && !record.batch && hiddenCount === 0) return null;
  return (
    <Section id="evidence" title={texts.evidence.heading} count={citations.length}>
      {record.batch ? (
        <p>
          {texts.evidence.imported({
            line: record.batchLine,
            batch: <FactLink fact={record.batch} view={view} />,
            source: <FactLink fact={record.batch.source} view={view} />,
            licence: record.batch.source.licence,
          })}
        </p>
      ) : null}
      <ul>
        {citations.map((citation) => (
          <CitationLine key={citation.id} citation={citation} view={view} />
        ))}
      </ul>
      {hiddenCount > 0 ? <p className={styles.quiet}>{texts.evidence.hidden(hiddenCount)}</p> : null}
    </Section>
  );
}

/** The first claims about the fact, and the number of the others. Renders nothing if there are none. */
export function Claims({ record, view }: EvidenceProps) {
  const { totalCount, nodes } = record.claims;
  if (totalCount === 0) return null;
  return (
    <Section id="claims" title={texts.claims.heading} count={totalCount} lead={texts.claims.lead}>
      <Table caption={texts.claims.heading} columns={claimColumns(view)} rows={nodes} keyOf={({ id }) => id} />
      <MoreNote shownCount={nodes.length} totalCount={totalCount} />
    </Section>
  );
}

function claimColumns(view: View): Column<ClaimRowFragment>[] {
  const polarity = fieldsOf('Claim').polarity?.list?.values;
  return [
    {
      key: 'claim',
      label: texts.claims.columns.claim,
      isName: true,
      cell: (claim) => <FactLink fact={claim} view={view} />,
    },
    {
      key: 'polarity',
      label: texts.claims.columns.polarity,
      cell: (claim) => (
        <span title={polarity?.[claim.polarity]?.description}>
          {polarity?.[claim.polarity]?.label.toLowerCase() ?? claim.polarity}
        </span>
      ),
    },
    {
      key: 'attribution',
      label: texts.claims.columns.attribution,
      cell: (claim) => <Attribution {...attributionOf(claim)} view={view} />,
    },
    { key: 'date', label: texts.claims.columns.date, cell: ({ date }) => (date ? <DateWords date={date} /> : null) },
    {
      key: 'evidence',
      label: texts.claims.columns.evidence,
      cell: (claim) => (
        <span className={styles.marks}>
          <GradeChip grade={claim.grade} />
          <StanceCount
            {...countStances(claim.citations.nodes)}
            isCut={claim.citations.nodes.length >= maxCitationsPerRow}
          />
          <EvidenceStatus status={claim.evidenceStatus} quiet />
        </span>
      ),
    },
  ];
}

function attributionOf({ modality, hedge, speaker }: Pick<ClaimRowFragment, 'modality' | 'hedge' | 'speaker'>) {
  return { modality, hedge, speaker };
}

/** The first disputes in which the fact is one side, each with both sides. Renders nothing if there are none. */
export function Disputes({ record, view }: EvidenceProps) {
  const { totalCount, nodes } = record.disputes;
  if (totalCount === 0) return null;
  return (
    <Section id="disputes" title={texts.disputes.heading} count={totalCount} lead={texts.disputes.lead}>
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
              {texts.disputes.point(dispute.point)}{' '}
              <FactLink fact={{ id: dispute.id, label: texts.disputes.view }} view={view} />
            </p>
          </li>
        ))}
      </ul>
      <MoreNote shownCount={nodes.length} totalCount={totalCount} />
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
