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
import { countAlsoHolding, summaryWords } from './summary.ts';

interface MembershipGroupsProps {
  readonly shared: SharedEnd;
  readonly view: View;
}

interface GroupWords {
  readonly title: string;
  readonly lead?: string;
  /** Whether the group is collapsed: memberships that do not hold on the day. */
  readonly isCollapsed?: boolean;
}

const words: { readonly [Name in GroupName]: Readonly<Record<SharedEnd['end'], GroupWords>> } = {
  full: { organization: { title: 'Members' }, member: { title: 'Member of' } },
  other: both('Other statuses'),
  lastRecorded: both(
    'When last recorded',
    'Sources show these memberships only up to an earlier date. It is not known whether they have ended.',
  ),
  possible: both('Possibly', 'The dates are not precise enough to say whether these memberships held on this day.'),
  unstated: both('Dates not stated', 'No source says when these memberships began or ended.'),
  none: both('Withdrawn, expelled or not a member'),
  outside: {
    organization: { title: 'Members at other times', isCollapsed: true },
    member: { title: 'Memberships at other times', isCollapsed: true },
  },
};

function both(title: string, lead?: string): Record<SharedEnd['end'], GroupWords> {
  const group = { title, ...(lead ? { lead } : {}) };
  return { organization: group, member: group };
}

/** The members of an organization, or the memberships of an actor, grouped by whether they hold on the day of the view. */
export async function MembershipGroups({ shared, view }: MembershipGroupsProps) {
  const answer = await loadMemberships(shared, view);
  if (!answer.ok) return <Notice tone="warning">{answer.refusal.message}</Notice>;
  const on = dayOf(view, answer.revision);
  const nonEmptyGroups = (Object.keys(words) as GroupName[]).filter((name) => answer.data[name].totalCount > 0);
  const isOrganization = shared.end === 'organization';
  return (
    <Section
      id={isOrganization ? 'members-on-day' : 'memberships-on-day'}
      title={`${isOrganization ? 'Members' : 'Memberships'} on ${dayWords(on)}`}
      count={answer.data.full.totalCount}
      lead={nonEmptyGroups.length > 0 ? capital(summaryWords(answer.data, shared.end)) : undefined}
    >
      {nonEmptyGroups.map((name) => (
        <Group
          key={name}
          {...{ name, on, view, shared }}
          group={answer.data[name]}
          duplicateNote={duplicateNote(name, answer.data, shared)}
          isOnly={nonEmptyGroups.length === 1}
        />
      ))}
      {nonEmptyGroups.length === 0 ? (
        <p className={styles.none}>
          {isOrganization
            ? 'The register has no record of any member of this organization.'
            : 'The register has no record of any membership.'}
        </p>
      ) : null}
    </Section>
  );
}

/** Says how many of a group also hold on the day according to another record; empty if none do. */
function duplicateNote(name: GroupName, groups: Groups, { end }: SharedEnd): string {
  if (!['lastRecorded', 'possible', 'unstated'].includes(name)) return '';
  const count = countAlsoHolding(groups[name], [groups.full, groups.other], end);
  if (count === 0) return '';
  const which = count === groups[name].totalCount ? 'All of these' : `${count.toLocaleString('en-GB')} of these`;
  return ` ${which} ${count === 1 ? 'also holds on this day according to another record and is' : 'also hold on this day according to other records and are'} counted there.`;
}

interface GroupProps {
  readonly name: GroupName;
  readonly group: Counted;
  /** Says how many are also in a group that holds. */
  readonly duplicateNote: string;
  readonly shared: SharedEnd;
  readonly on: string;
  readonly view: View;
  readonly isOnly: boolean;
}

function Group({ name, group, duplicateNote, shared, on, view, isOnly }: GroupProps) {
  const { title, lead, isCollapsed = false } = words[name][shared.end];
  const table = (
    <>
      {lead || duplicateNote ? <p className={styles.lead}>{`${lead ?? ''}${duplicateNote}`.trim()}</p> : null}
      <MembershipTable caption={title} rows={group.nodes} end={shared.end} on={on} view={view} />
      <More
        shownCount={group.nodes.length}
        totalCount={group.totalCount}
        href={address(collectionPath('Membership'), view, groupParameters(name, shared))}
      />
    </>
  );
  return (
    <GroupSection
      title={title}
      count={group.totalCount}
      isCollapsed={isCollapsed}
      isOnly={isOnly}
      id={`memberships-${name}`}
    >
      {table}
    </GroupSection>
  );
}

interface GroupSectionProps {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly isCollapsed: boolean;
  readonly isOnly: boolean;
  readonly children: ReactNode;
}

function GroupSection({ id, title, count, isCollapsed, isOnly, children }: GroupSectionProps) {
  const number = <span className={styles.count}>{count.toLocaleString('en-GB')}</span>;
  if (isCollapsed)
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
