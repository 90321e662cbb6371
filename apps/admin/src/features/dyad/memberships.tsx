import { factTypeOfId } from '@chancery/codebook';
import { collectionPath, factAddress } from '../../addresses/collections.ts';
import { address, type View } from '../../addresses/view.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { dayWords } from '../../ui/moment.ts';
import { Section } from '../../ui/section.tsx';
import type { Column } from '../../ui/table.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { More } from '../lists/more.tsx';
import type { Membership } from '../memberships/load-memberships.ts';
import { MembershipReading } from '../memberships/membership-table.tsx';
import styles from './dyad.module.css';
import { Listed } from './listed.tsx';
import type { Side } from './side.ts';
import { type OrganizationOfTwo, organizationGroups, type SideMemberships } from './side-memberships.ts';

interface MembershipsProps {
  readonly memberships: SideMemberships;
  readonly a: Side;
  readonly b: Side;
  readonly on: string;
  readonly view: View;
}

/**
 * The organizations to which the two belong on the day: both, and one alone; what is not known for the day is apart.
 * Between an actor and an organization, first what is known of the one in the other.
 */
export function Memberships({ memberships, a, b, on, view }: MembershipsProps) {
  const groups = organizationGroups(a, b, memberships);
  const { present, inEachOther, isWhole } = memberships;
  const tables = { a, b, on, view, isWhole };
  const isAny = Object.values(groups).some((rows) => rows.length > 0);
  return (
    <Section
      id="memberships"
      title="Memberships"
      lead={`Organizations to which either belongs on ${dayWords(on)}, as far as the register knows. Where it has no record of one of the two, that does not say that it is no member.`}
    >
      <InEachOther memberships={inEachOther} a={a} b={b} on={on} view={view} />
      <Group title="Both are members" rows={groups.both} {...tables} />
      <Group
        title="Both are members when last recorded"
        lead={`Of one or both the record stops before ${dayWords(on)}, and no end is known.`}
        rows={groups.lastRecorded}
        {...tables}
      />
      <Group
        title="Both may be members"
        lead="Of one or both the dates are not stated, or not exact enough."
        rows={groups.unsure}
        {...tables}
      />
      <Group title="Both belong, one or both in another standing" rows={groups.otherStandings} {...tables} />
      {groups.both.length === 0 && isAny ? (
        <p className={styles.none}>
          The register has no record of an organization of which both are full members on {dayWords(on)}.
        </p>
      ) : null}
      <Folded side={a} rows={groups.onlyA} {...tables} />
      <Folded side={b} rows={groups.onlyB} {...tables} />
      {isAny ? null : (
        <p className={styles.none}>
          The register has no record of an organization to which either belongs on {dayWords(on)}.
        </p>
      )}
      {present.nodes.length < present.totalCount ? (
        <p className={styles.small}>
          {(present.totalCount - present.nodes.length).toLocaleString('en-GB')} more memberships of the two are not
          shown: <AllOf side={a} view={view} />, <AllOf side={b} view={view} />
        </p>
      ) : null}
    </Section>
  );
}

function AllOf({ side, view }: { side: Side; view: View }) {
  return <a href={address(collectionPath('Membership'), view, { member: side.id })}>all of {side.label}</a>;
}

interface TableProps {
  readonly title: string;
  readonly lead?: string;
  readonly rows: readonly OrganizationOfTwo[];
  readonly a: Side;
  readonly b: Side;
  readonly on: string;
  readonly view: View;
  readonly isWhole: boolean;
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

/** How many organizations of one side alone a page shows; it is about those of both. */
const mostOfOne = 30;

function Folded({ side, rows, ...rest }: Omit<TableProps, 'title' | 'lead'> & { readonly side: Side }) {
  if (rows.length === 0) return null;
  const title = `Only ${side.label} on record`;
  return (
    <details className={styles.twin}>
      <summary>
        {title}: {rows.length} {rows.length === 1 ? 'organization' : 'organizations'}
      </summary>
      <OrganizationTable caption={title} rows={rows.slice(0, mostOfOne)} {...rest} />
      <More
        shown={Math.min(rows.length, mostOfOne)}
        total={rows.length}
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
  isWhole,
}: Omit<TableProps, 'title' | 'lead'> & { caption: string }) {
  const sideColumn = (
    side: Side,
    of: (row: OrganizationOfTwo) => readonly Membership[],
  ): Column<OrganizationOfTwo> => ({
    key: side.id,
    label: side.label,
    cell: (row) => <SideCell memberships={of(row)} on={on} view={view} isWhole={isWhole} />,
  });
  const columns: readonly Column<OrganizationOfTwo>[] = [
    {
      key: 'name',
      label: 'Organization',
      isName: true,
      cell: ({ organization }) => (
        <>
          <FactLink fact={organization} view={view} />
          <span className={styles.fine}>
            <Listed type="Organization" field="organizationType" value={organization.organizationType} />
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
  readonly isWhole: boolean;
}

/** What is on record of one of the two in an organization: what holds or may hold on the day, else what did before or after. */
function SideCell({ memberships, on, view, isWhole }: SideCellProps) {
  const present = memberships.filter(({ reading }) => reading !== 'NO');
  const shown = present.length > 0 ? present : memberships;
  if (shown.length === 0) return <span className={styles.none}>{isWhole ? 'no record' : 'none shown'}</span>;
  return (
    <ul className={styles.acts}>
      {shown.map((membership) => (
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
        {reading === 'NO' ? <Listed type="Membership" field="status" value={membership.status} /> : null}
        {reading === 'NO' ? ' ' : ''}
        <a href={factAddress(id, view)}>{validity ? validity.words : 'period not stated'}</a>{' '}
        <GradeChip grade={grade} /> <EvidenceStatus status={evidenceStatus} quiet />
      </span>
    </li>
  );
}

/** Between an actor and an organization: what is on record of the one in the other. */
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
    const found = memberships.filter(
      (each) => each.member.id === member.id && each.organization.id === organization.id,
    );
    // Of two organizations neither of which is on record in the other, nobody asks.
    if (found.length === 0 && pairs.length > 1) return null;
    const title = `${member.label} in ${organization.label}`;
    return (
      <section key={member.id} aria-label={title} className={styles.group}>
        <h3>{title}</h3>
        {found.length > 0 ? (
          <ul className={styles.acts}>
            {found
              .toSorted((one, other) => Number(one.reading === 'NO') - Number(other.reading === 'NO'))
              .map((membership) => (
                <MembershipLine key={membership.id} membership={membership} on={on} view={view} />
              ))}
          </ul>
        ) : (
          <p className={styles.none}>
            The register has no record of {member.label} as a member of {organization.label} in any standing.
          </p>
        )}
      </section>
    );
  });
}
