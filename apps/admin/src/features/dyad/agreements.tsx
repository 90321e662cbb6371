import { fieldsOf } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { dayWords } from '../../ui/moment.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { ActDate } from '../agreement/act-words.tsx';
import { PartyStatus } from '../agreement/party-status.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';
import { Listed } from './listed.tsx';
import type { Side } from './side.ts';

type Agreement = Dyad['agreements']['nodes'][number];

interface AgreementsProps {
  readonly agreements: Dyad['agreements'];
  readonly a: Side;
  readonly b: Side;
  readonly on: string;
  readonly view: View;
}

/** The agreements on which both have acted, and how each of the two stands to each on the day. */
export function Agreements({ agreements, a, b, on, view }: AgreementsProps) {
  const columns: readonly Column<Agreement>[] = [
    {
      key: 'title',
      label: 'Agreement',
      isName: true,
      cell: (agreement) => (
        <>
          <FactLink fact={agreement} view={view} />
          <span className={styles.fine}>
            <Listed type="Agreement" field="instrumentType" value={agreement.instrumentType} />
            {agreement.status ? ' · ' : ''}
            <Listed type="Agreement" field="status" value={agreement.status} />
          </span>
        </>
      ),
    },
    {
      key: 'signed',
      label: 'Signed',
      cell: ({ signed, grade, evidenceStatus }) => (
        <>
          <DateWords date={signed} /> <GradeChip grade={grade} /> <EvidenceStatus status={evidenceStatus} quiet />
        </>
      ),
    },
    {
      key: 'force',
      label: 'In force',
      cell: ({ entryIntoForce }) => entryIntoForce && <DateWords date={entryIntoForce} />,
    },
    {
      key: 'a',
      label: a.label,
      cell: (agreement) => <SideOf agreement={agreement} side={a} status={agreement.statusOfA} view={view} />,
    },
    {
      key: 'b',
      label: b.label,
      cell: (agreement) => <SideOf agreement={agreement} side={b} status={agreement.statusOfB} view={view} />,
    },
  ];
  return (
    <Section
      id="agreements"
      title="Agreements"
      count={agreements.totalCount}
      lead={`On which both have acted. How each stands to them on ${dayWords(on)} is derived from its acts, each with its date and grade.`}
    >
      {agreements.totalCount > 0 ? (
        <Table caption="Agreements of the two" columns={columns} rows={agreements.nodes} keyOf={({ id }) => id} />
      ) : (
        <p className={styles.none}>The register holds no agreement on which both have acted.</p>
      )}
    </Section>
  );
}

interface SideOfProps {
  readonly agreement: Agreement;
  readonly side: Side;
  readonly status: string | null;
  readonly view: View;
}

function SideOf({ agreement, side, status, view }: SideOfProps) {
  const acts = agreement.partyActions.nodes.filter(({ actor }) => actor.id === side.id);
  return (
    <div className={styles.side}>
      <PartyStatus status={status} />
      <ul className={styles.acts}>
        {acts.map((act) => (
          <li key={act.id}>
            <span className={styles.actName}>
              {fieldsOf('PartyAction').action?.list?.values[act.action]?.label ?? act.action}
            </span>{' '}
            <ActDate act={act} view={view} />
          </li>
        ))}
      </ul>
    </div>
  );
}
