import type { ReactNode } from 'react';
import { collectionPath } from '../../addresses/collections.ts';
import { address, type View } from '../../addresses/view.ts';
import { capitalize } from '../../ui/capitalize.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import { dayOf } from '../organization/day-of.ts';
import { type GroupName, groupNames, groupParameters, type SharedEnd } from './groups.ts';
import { type CountedMemberships, loadMemberships, type MembershipsByGroup } from './load-memberships.ts';
import { MembershipTable } from './membership-table.tsx';
import styles from './memberships.module.css';
import { countDuplicates, summaryWords } from './summary.ts';
import { texts } from './texts.ts';

interface MembershipGroupsProps {
  readonly shared: SharedEnd;
  readonly view: View;
}

/** The groups that are collapsed at first: memberships that do not hold on the day. */
const collapsedGroups: ReadonlySet<GroupName> = new Set(['outside']);

/**
 * The members of an organization, or the memberships of an actor, grouped by status and by whether they hold on the day
 * of the view.
 */
export async function MembershipGroups({ shared, view }: MembershipGroupsProps) {
  const answer = await loadMemberships(shared, view);
  if (!answer.ok) return <Notice tone="warning">{answer.refusal.message}</Notice>;
  const on = dayOf(view, answer.revision);
  const nonEmptyGroups = groupNames.filter((name) => answer.data[name].totalCount > 0);
  const isOrganization = shared.end === 'organization';
  return (
    <Section
      id={isOrganization ? 'members-on-day' : 'memberships-on-day'}
      title={texts.heading(shared.end, on)}
      count={answer.data.full.totalCount}
      lead={nonEmptyGroups.length > 0 ? capitalize(summaryWords(answer.data, shared.end)) : undefined}
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
      {nonEmptyGroups.length === 0 ? <p className={styles.none}>{texts.noRecord[shared.end]}</p> : null}
    </Section>
  );
}

/**
 * Returns a sentence that says for how many memberships of a group another record shows a membership that holds on the
 * day. Returns an empty text if there are none.
 */
function duplicateNote(name: GroupName, groups: MembershipsByGroup, { end }: SharedEnd): string {
  if (!['lastRecorded', 'possible', 'unstated'].includes(name)) return '';
  const count = countDuplicates(groups[name], [groups.full, groups.other], end);
  return count === 0 ? '' : texts.duplicates(count, groups[name].totalCount);
}

interface GroupProps {
  readonly name: GroupName;
  readonly group: CountedMemberships;
  /** A sentence from {@link duplicateNote}, or an empty text. */
  readonly duplicateNote: string;
  readonly shared: SharedEnd;
  readonly on: string;
  readonly view: View;
  readonly isOnly: boolean;
}

function Group({ name, group, duplicateNote, shared, on, view, isOnly }: GroupProps) {
  const { title, lead } = texts.groups[name][shared.end];
  const table = (
    <>
      {lead || duplicateNote ? <p className={styles.lead}>{[lead, duplicateNote].filter(Boolean).join(' ')}</p> : null}
      <MembershipTable caption={title} rows={group.nodes} end={shared.end} on={on} view={view} />
      <MoreNote
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
      isCollapsed={collapsedGroups.has(name)}
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
