import { factAddress } from '../../addresses/collections.ts';
import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import type { Column } from '../../ui/table.tsx';
import { ListedValues } from '../dyad/listed-values.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { Reading } from '../spells/reading.tsx';
import { spellWordsOf } from '../spells/spell-words.ts';
import type { SharedEnd } from './groups.ts';
import type { Membership } from './load-memberships.ts';
import { texts } from './texts.ts';

interface MembershipTableProps {
  readonly caption: string;
  readonly rows: readonly Membership[];
  readonly end: SharedEnd['end'];
  readonly on: string;
  readonly view: View;
}

/**
 * A table of memberships that share an organization or a member (`end`). Its columns are the other end, status, reading
 * on the day, period and evidence.
 */
export function MembershipTable({ caption, rows, end, on, view }: MembershipTableProps) {
  const columns: readonly Column<Membership>[] = [
    {
      key: 'name',
      label: end === 'organization' ? texts.columns.member : texts.columns.organization,
      isName: true,
      cell: ({ member, organization }) => (
        <FactLink fact={end === 'organization' ? member : organization} view={view} />
      ),
    },
    {
      key: 'status',
      label: texts.columns.status,
      cell: ({ status, statusPrinted }) => (
        <span title={statusPrinted ?? undefined}>
          <ListedValues type="Membership" field="status" value={status} />
        </span>
      ),
    },
    {
      key: 'on',
      label: texts.columns.on(on),
      cell: (membership) => <MembershipReading membership={membership} on={on} />,
    },
    {
      key: 'period',
      label: texts.columns.period,
      cell: ({ id, validity }) => (
        <a href={factAddress(id, view)}>{validity ? <DateWords date={validity} /> : texts.noPeriod}</a>
      ),
    },
    {
      key: 'evidence',
      label: texts.columns.evidence,
      cell: ({ grade, evidenceStatus }) => (
        <>
          <GradeChip grade={grade} /> <EvidenceStatus status={evidenceStatus} quiet />
        </>
      ),
    },
  ];
  return <LongTable visibleRows={40} caption={caption} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

/** The reading of a membership on a day, in words that fit its status. Expands to an explanation. */
export function MembershipReading({ membership, on }: { membership: Membership; on: string }) {
  return (
    <Reading
      spell={membership}
      spellWords={spellWordsOf('Membership', membership.status)}
      on={on}
      evidence={membership}
    />
  );
}
