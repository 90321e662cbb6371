import type { ReactNode } from 'react';
import { collectionPath } from '../../addresses/collections.ts';
import { address, type View } from '../../addresses/view.ts';
import { dayWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { More } from '../lists/more.tsx';
import { dayOf } from '../organization/day-of.ts';
import { type GroupName, groupParameters, type SharedEnd } from './groups.ts';
import { type Counted, type Groups, loadMemberships } from './load-memberships.ts';
import { MembershipTable } from './membership-table.tsx';
import styles from './memberships.module.css';
import { alsoHolding, summaryWords } from './summary.ts';

interface MembershipGroupsProps {
  readonly shared: SharedEnd;
  readonly view: View;
}

interface GroupWords {
  readonly title: string;
  readonly lead?: string;
  /** Whether it is folded: what does not hold on the day. */
  readonly isAside?: boolean;
}

const words: { readonly [Name in GroupName]: Readonly<Record<SharedEnd['end'], GroupWords>> } = {
  full: { organization: { title: 'Members' }, member: { title: 'Member of' } },
  other: { organization: { title: 'In other standings' }, member: { title: 'In other standings' } },
  lastRecorded: both('When last recorded', 'Their end is not known: the sources stop before the day.'),
  possible: both('Possibly', 'The dates are not exact enough to tell whether the day lies within.'),
  unstated: both('Dates not stated', 'No source says from when to when.'),
  none: both('Withdrawn, expelled, or found not to be members'),
  outside: {
    organization: { title: 'Members at other times', isAside: true },
    member: { title: 'Memberships of other times', isAside: true },
  },
};

function both(title: string, lead?: string): Record<SharedEnd['end'], GroupWords> {
  const group = { title, ...(lead ? { lead } : {}) };
  return { organization: group, member: group };
}

/** The members of an organization on the day of the view, or the memberships of an actor, by what is known of them. */
export async function MembershipGroups({ shared, view }: MembershipGroupsProps) {
  const answer = await loadMemberships(shared, view);
  if (!answer.ok) return <Notice tone="warning">{answer.refusal.message}</Notice>;
  const on = dayOf(view, answer.revision);
  const found = (Object.keys(words) as GroupName[]).filter((name) => answer.data[name].totalCount > 0);
  const isOrganization = shared.end === 'organization';
  return (
    <Section
      id={isOrganization ? 'members-on-day' : 'memberships-on-day'}
      title={`${isOrganization ? 'Members' : 'Memberships'} on ${dayWords(on)}`}
      count={answer.data.full.totalCount}
      lead={found.length > 0 ? capital(summaryWords(answer.data, shared.end)) : undefined}
    >
      {found.map((name) => (
        <Group
          key={name}
          {...{ name, on, view, shared }}
          group={answer.data[name]}
          again={againWords(name, answer.data, shared)}
          isOnly={found.length === 1}
        />
      ))}
      {found.length === 0 ? (
        <p className={styles.none}>
          {isOrganization
            ? 'The register has no record of any membership in it.'
            : 'The register has no record of any membership of it.'}
        </p>
      ) : null}
    </Section>
  );
}

/** How many of a group belong on the day by another record, as a sentence; empty where none does. */
function againWords(name: GroupName, groups: Groups, { end }: SharedEnd): string {
  if (!['lastRecorded', 'possible', 'unstated'].includes(name)) return '';
  const count = alsoHolding(groups[name], [groups.full, groups.other], end);
  if (count === 0) return '';
  const which = count === groups[name].totalCount ? 'All of these' : `${count.toLocaleString('en-GB')} of these`;
  return ` ${which} ${count === 1 ? 'holds on the day in another record and is' : 'hold on the day in other records and are'} counted there.`;
}

interface GroupProps {
  readonly name: GroupName;
  readonly group: Counted;
  /** What is said of those that are also in a group that holds. */
  readonly again: string;
  readonly shared: SharedEnd;
  readonly on: string;
  readonly view: View;
  readonly isOnly: boolean;
}

function Group({ name, group, again, shared, on, view, isOnly }: GroupProps) {
  const { title, lead, isAside = false } = words[name][shared.end];
  const table = (
    <>
      {lead || again ? <p className={styles.lead}>{`${lead ?? ''}${again}`.trim()}</p> : null}
      <MembershipTable caption={title} rows={group.nodes} end={shared.end} on={on} view={view} />
      <More
        shown={group.nodes.length}
        total={group.totalCount}
        href={address(collectionPath('Membership'), view, groupParameters(name, shared))}
      />
    </>
  );
  return (
    <Titled title={title} count={group.totalCount} isAside={isAside} isOnly={isOnly} id={`memberships-${name}`}>
      {table}
    </Titled>
  );
}

interface TitledProps {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly isAside: boolean;
  readonly isOnly: boolean;
  readonly children: ReactNode;
}

function Titled({ id, title, count, isAside, isOnly, children }: TitledProps) {
  const number = <span className={styles.count}>{count.toLocaleString('en-GB')}</span>;
  if (isAside)
    return (
      <details className={styles.aside} open={isOnly}>
        <summary>
          {title} {number}
        </summary>
        {children}
      </details>
    );
  return (
    <section aria-labelledby={id} className={styles.group}>
      {isOnly ? (
        <h3 id={id} className="visually-hidden">
          {title}
        </h3>
      ) : (
        <h3 id={id}>
          {title} {number}
        </h3>
      )}
      {children}
    </section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
