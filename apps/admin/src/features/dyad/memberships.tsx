import { factAddress } from '../../addresses/collections.ts';
import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { dayWords } from '../../ui/moment.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { StandingMark } from '../organization/standing-mark.tsx';
import { standingOn } from '../organization/standing-on.ts';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';
import { Listed } from './listed.tsx';
import type { Side } from './side.ts';

type Organization = Dyad['sharedOrganizations']['nodes'][number];
type Membership = Dyad['sharedMemberships']['nodes'][number];

interface MembershipsProps {
  readonly dyad: Dyad;
  readonly a: Side;
  readonly b: Side;
  readonly view: View;
}

/** The organizations of which both are full members on the day, as far as their dates tell. */
export function Memberships({ dyad: { sharedOrganizations, sharedMemberships, on }, a, b, view }: MembershipsProps) {
  const sideColumn = (side: Side): Column<Organization> => ({
    key: side.id,
    label: side.label,
    cell: (organization) => (
      <Periods
        memberships={sharedMemberships.nodes.filter(
          (membership) => membership.member.id === side.id && membership.organization.id === organization.id,
        )}
        on={on}
        view={view}
      />
    ),
  });
  const columns: readonly Column<Organization>[] = [
    {
      key: 'name',
      label: 'Organization',
      isName: true,
      cell: (organization) => (
        <>
          <FactLink fact={organization} view={view} />
          <span className={styles.fine}>
            <Listed type="Organization" field="organizationType" value={organization.organizationType} />
          </span>
        </>
      ),
    },
    sideColumn(a),
    sideColumn(b),
  ];
  return (
    <Section
      id="memberships"
      title="Memberships in common"
      count={sharedOrganizations.totalCount}
      lead={`Full memberships on ${dayWords(on)}. A membership whose dates nobody states counts as possible.`}
    >
      {sharedOrganizations.totalCount > 0 ? (
        <Table
          caption="Memberships in common"
          columns={columns}
          rows={sharedOrganizations.nodes}
          keyOf={({ id }) => id}
        />
      ) : (
        <p className={styles.none}>The register knows of no organization of which both are full members on the day.</p>
      )}
    </Section>
  );
}

interface PeriodsProps {
  readonly memberships: readonly Membership[];
  readonly on: string;
  readonly view: View;
}

function Periods({ memberships, on, view }: PeriodsProps) {
  return (
    <ul className={styles.acts}>
      {memberships.map(({ id, validity, asOf, grade, evidenceStatus }) => (
        <li key={id}>
          <StandingMark standing={standingOn(validity?.edtf, on)} />
          {validity || asOf ? ': ' : ' '}
          <a href={factAddress(id, view)}>
            {validity ? <DateWords date={validity} /> : asOf ? <>as of {asOf.words}</> : 'membership'}
          </a>{' '}
          <GradeChip grade={grade} /> <EvidenceStatus status={evidenceStatus} quiet />
        </li>
      ))}
    </ul>
  );
}
