import { factAddress } from '../../addresses/collections.ts';
import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { dayWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Listed } from '../dyad/listed.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { allMembers, type Member } from './all-members.ts';
import { dayOf } from './day-of.ts';
import styles from './organization.module.css';
import { StandingMark } from './standing-mark.tsx';
import { type Standing, standingOn } from './standing-on.ts';

/** Who belongs to an organization on a day, as far as the dates tell; who did at other times, apart; and its organs. */
export async function OrganizationMembers({ id, view }: { id: string; view: View }) {
  const answer = await allMembers(id, view);
  if (!answer.ok) return <Notice tone="warning">{answer.refusal.message}</Notice>;
  const { members, organs } = answer.data;
  const on = dayOf(view, answer.revision);
  const standing = (member: Member) => standingOn(member.validity?.edtf, on);
  const present = members.filter((member) => standing(member) !== 'none');
  const past = members.filter((member) => standing(member) === 'none');
  const count = (one: Standing) => present.filter((member) => standing(member) === one).length;
  return (
    <>
      <Section
        id="members-on-day"
        title={`Members on ${dayWords(on)}`}
        count={present.length}
        lead={`${count('certain')} certainly, ${count('possible')} possibly, ${count('unstated')} with no dates stated. Each standing has a row of its own.`}
      >
        {present.length > 0 ? (
          <Table
            caption="Members on the day"
            columns={columnsFor(view, on)}
            rows={present}
            keyOf={(member) => member.id}
          />
        ) : (
          <p>The register holds no membership for this day.</p>
        )}
        {past.length > 0 ? (
          <details className={styles.past}>
            <summary>
              {past.length} {past.length === 1 ? 'membership' : 'memberships'} of other times
            </summary>
            <Table
              caption="Members at other times"
              columns={columnsFor(view, on)}
              rows={past}
              keyOf={(member) => member.id}
            />
          </details>
        ) : null}
      </Section>
      {organs && organs.totalCount > 0 ? (
        <Section id="organs-of" title="Organs and emanations" count={organs.totalCount}>
          <ul>
            {organs.nodes.map((organ) => (
              <li key={organ.id} className={styles.organ}>
                <FactLink fact={organ} view={view} />{' '}
                <Listed type="Organization" field="organizationType" value={organ.organizationType} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function columnsFor(view: View, on: string): readonly Column<Member>[] {
  return [
    { key: 'member', label: 'Member', isName: true, cell: ({ member }) => <FactLink fact={member} view={view} /> },
    {
      key: 'standing',
      label: 'Standing',
      cell: ({ status, statusPrinted }) => (
        <span title={statusPrinted ?? undefined}>
          <Listed type="Membership" field="status" value={status} />
        </span>
      ),
    },
    {
      key: 'period',
      label: 'Period',
      cell: ({ id, validity, asOf }) => (
        <a href={factAddress(id, view)}>
          {!validity && asOf ? <>as of {asOf.words}</> : <DateWords date={validity} />}
        </a>
      ),
    },
    {
      key: 'on',
      label: 'On the day',
      cell: ({ validity }) => <StandingMark standing={standingOn(validity?.edtf, on)} />,
    },
    {
      key: 'evidence',
      label: 'Evidence',
      cell: ({ grade, evidenceStatus }) => (
        <>
          <GradeChip grade={grade} /> <EvidenceStatus status={evidenceStatus} quiet />
        </>
      ),
    },
  ];
}
