import { factTypeOfId } from '@chancery/codebook';
import { collectionPath, factAddress } from '../../addresses/collections.ts';
import { address, type View } from '../../addresses/view.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { Section } from '../../ui/section.tsx';
import type { Column } from '../../ui/table.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import type { Membership } from '../memberships/load-memberships.ts';
import { MembershipReading } from '../memberships/membership-table.tsx';
import styles from './dyad.module.css';
import { ListedValues } from './listed-values.tsx';
import type { Side } from './side.ts';
import { type OrganizationOfTwo, organizationGroups, type SideMemberships } from './side-memberships.ts';
import { texts } from './texts.tsx';

interface MembershipsProps {
  readonly memberships: SideMemberships;
  readonly a: Side;
  readonly b: Side;
  readonly on: string;
  readonly view: View;
}

/**
 * The organizations to which both actors, or one of them, belong on the day, with uncertain memberships in separate
 * groups. If an actor is an organization, the memberships of the other actor in it come first.
 */
export function Memberships({ memberships, a, b, on, view }: MembershipsProps) {
  const groups = organizationGroups(a, b, memberships);
  const { present, inEachOther, isComplete } = memberships;
  const tableProps = { a, b, on, view, isComplete };
  const hasRows = Object.values(groups).some((rows) => rows.length > 0);
  return (
    <Section id="memberships" title={texts.memberships.heading} lead={texts.memberships.lead(on)}>
      <InEachOther memberships={inEachOther} a={a} b={b} on={on} view={view} />
      <Group title={texts.memberships.both} rows={groups.both} {...tableProps} />
      <Group
        title={texts.memberships.lastRecorded}
        lead={texts.memberships.lastRecordedLead(on)}
        rows={groups.lastRecorded}
        {...tableProps}
      />
      <Group
        title={texts.memberships.uncertain}
        lead={texts.memberships.uncertainLead}
        rows={groups.uncertain}
        {...tableProps}
      />
      <Group title={texts.memberships.otherStatuses} rows={groups.otherStatuses} {...tableProps} />
      {groups.both.length === 0 && hasRows ? (
        <p className={styles.none}>{texts.memberships.noneOfBoth(on, isComplete)}</p>
      ) : null}
      <OnlyOneSide side={a} rows={groups.onlyA} {...tableProps} />
      <OnlyOneSide side={b} rows={groups.onlyB} {...tableProps} />
      {hasRows ? null : (
        <p className={styles.none}>
          {inEachOther.length > 0 ? texts.memberships.noneOther(on) : texts.memberships.none(on)}
        </p>
      )}
      {present.nodes.length < present.totalCount ? (
        <p className={styles.small}>
          {texts.memberships.more(
            present.totalCount - present.nodes.length,
            <AllMembershipsLink side={a} view={view} />,
            <AllMembershipsLink side={b} view={view} />,
          )}
        </p>
      ) : null}
    </Section>
  );
}

function AllMembershipsLink({ side, view }: { side: Side; view: View }) {
  return (
    <a href={address(collectionPath('Membership'), view, { member: side.id })}>{texts.memberships.allOf(side.label)}</a>
  );
}

interface TableProps {
  readonly title: string;
  readonly lead?: string;
  readonly rows: readonly OrganizationOfTwo[];
  readonly a: Side;
  readonly b: Side;
  readonly on: string;
  readonly view: View;
  readonly isComplete: boolean;
}

function Group({ title, lead, ...rest }: TableProps) {
  if (rest.rows.length === 0) return null;
  return (
    <section aria-label={title} className={styles.group}>
      <h3>
        {title} <span className={styles.count}>{rest.rows.length}</span>
      </h3>
      {lead ? <p className={styles.small}>{lead}</p> : null}
      <OrganizationTable caption={title} {...rest} />
    </section>
  );
}

/** The maximum number of rows in a table of organizations to which only one of the two actors belongs. */
const maxRowsOfOneSide = 30;

function OnlyOneSide({ side, rows, ...rest }: Omit<TableProps, 'title' | 'lead'> & { readonly side: Side }) {
  if (rows.length === 0) return null;
  const title = texts.memberships.onlyOne(side.label, rest.isComplete);
  return (
    <details className={styles.collapsible}>
      <summary>{texts.memberships.onlyOneSummary(title, rows.length)}</summary>
      <OrganizationTable caption={title} rows={rows.slice(0, maxRowsOfOneSide)} {...rest} />
      <MoreNote
        shownCount={Math.min(rows.length, maxRowsOfOneSide)}
        totalCount={rows.length}
        href={address(collectionPath('Membership'), rest.view, { member: side.id })}
      />
    </details>
  );
}

function OrganizationTable({
  caption,
  rows,
  a,
  b,
  on,
  view,
  isComplete,
}: Omit<TableProps, 'title' | 'lead'> & { caption: string }) {
  const sideColumn = (
    side: Side,
    membershipsOf: (row: OrganizationOfTwo) => readonly Membership[],
  ): Column<OrganizationOfTwo> => ({
    key: side.id,
    label: side.label,
    cell: (row) => <SideCell memberships={membershipsOf(row)} on={on} view={view} isComplete={isComplete} />,
  });
  const columns: readonly Column<OrganizationOfTwo>[] = [
    {
      key: 'name',
      label: texts.memberships.organization,
      isName: true,
      cell: ({ organization }) => (
        <>
          <FactLink fact={organization} view={view} />
          <span className={styles.fine}>
            <ListedValues type="Organization" field="organizationType" value={organization.organizationType} />
          </span>
        </>
      ),
    },
    sideColumn(a, ({ ofA }) => ofA),
    sideColumn(b, ({ ofB }) => ofB),
  ];
  return (
    <div className={styles.sided}>
      <LongTable
        visibleRows={12}
        caption={caption}
        columns={columns}
        rows={rows}
        keyOf={({ organization }) => organization.id}
      />
    </div>
  );
}

interface SideCellProps {
  readonly memberships: readonly Membership[];
  readonly on: string;
  readonly view: View;
  readonly isComplete: boolean;
}

/**
 * The memberships of one side in an organization: those that hold or may hold on the day or, if there are none, earlier
 * and later ones.
 */
function SideCell({ memberships, on, view, isComplete }: SideCellProps) {
  const present = memberships.filter(({ reading }) => reading !== 'NO');
  const visible = present.length > 0 ? present : memberships;
  if (visible.length === 0)
    return <span className={styles.none}>{isComplete ? texts.memberships.noRecord : texts.memberships.noneShown}</span>;
  return (
    <ul className={styles.acts}>
      {visible.map((membership) => (
        <MembershipLine key={membership.id} membership={membership} on={on} view={view} />
      ))}
    </ul>
  );
}

function MembershipLine({ membership, on, view }: { membership: Membership; on: string; view: View }) {
  const { id, validity, reading, grade, evidenceStatus } = membership;
  return (
    <li>
      <MembershipReading membership={membership} on={on} />
      <span className={styles.period}>
        {reading === 'NO' ? <ListedValues type="Membership" field="status" value={membership.status} /> : null}
        {reading === 'NO' ? ' ' : ''}
        <a href={factAddress(id, view)}>{validity ? validity.words : texts.memberships.noPeriod}</a>{' '}
        <GradeChip grade={grade} /> <EvidenceStatus status={evidenceStatus} quiet />
      </span>
    </li>
  );
}

/** The memberships of one side in the other, for each side that is an organization. */
function InEachOther({
  memberships,
  a,
  b,
  on,
  view,
}: Pick<MembershipsProps, 'a' | 'b' | 'on' | 'view'> & { memberships: readonly Membership[] }) {
  const pairs = [
    { member: a, organization: b },
    { member: b, organization: a },
  ].filter(({ organization }) => factTypeOfId(organization.id) === 'Organization');
  return pairs.map(({ member, organization }) => {
    const ownMemberships = memberships.filter(
      (membership) => membership.member.id === member.id && membership.organization.id === organization.id,
    );
    // For two organizations, a missing membership of one in the other is not worth a sentence.
    if (ownMemberships.length === 0 && pairs.length > 1) return null;
    const title = texts.memberships.memberIn(member.label, organization.label);
    return (
      <section key={member.id} aria-label={title} className={styles.group}>
        <h3>{title}</h3>
        {ownMemberships.length > 0 ? (
          <ul className={styles.acts}>
            {ownMemberships
              .toSorted((one, other) => Number(one.reading === 'NO') - Number(other.reading === 'NO'))
              .map((membership) => (
                <MembershipLine key={membership.id} membership={membership} on={on} view={view} />
              ))}
          </ul>
        ) : (
          <p className={styles.none}>{texts.memberships.noMembership(member.label, organization.label)}</p>
        )}
      </section>
    );
  });
}
