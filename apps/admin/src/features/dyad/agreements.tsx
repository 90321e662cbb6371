import { fieldsOf } from '@chancery/codebook';
import { address, type View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { dayWords } from '../../ui/moment.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { ActDate } from '../agreement/act-words.tsx';
import { InForce } from '../agreement/in-force.tsx';
import { PartyStatus } from '../agreement/party-status.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import type { Here } from '../frame/here.ts';
import { More } from '../lists/more.tsx';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';
import { Listed } from './listed.tsx';
import type { Side } from './side.ts';

type Agreement = Dyad['agreements']['nodes'][number];

interface AgreementsProps {
  readonly dyad: Dyad;
  readonly a: Side;
  readonly b: Side;
  /** Whether agreements dated later than the day are shown too. */
  readonly isLaterShown: boolean;
  readonly here: Here;
  readonly view: View;
}

/**
 * The agreements on which both have acted or under which one owes the other something: whether each is in force on the
 * day, and how each of the two stands to it.
 */
export function Agreements({ dyad, a, b, isLaterShown, here, view }: AgreementsProps) {
  const { agreements, agreementsByDay, agreementsEver, on } = dyad;
  const later = agreementsEver.totalCount - agreementsByDay.totalCount;
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
            {isUndated(agreement)
              ? `${agreement.instrumentType ? ' · ' : ''}undated: it may be later than the day`
              : ''}
            {isLater(agreement, on) ? `${agreement.instrumentType ? ' · ' : ''}later than the day` : ''}
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
      label: `In force on ${dayWords(on)}`,
      cell: (agreement) => <InForce agreement={agreement} on={on} />,
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
      lead={`On which both have acted or under which one owes the other something, up to ${dayWords(on)}. How each stands to them on that day is derived from its acts, each with its date and grade.`}
      aside={<LaterLink later={later} isLaterShown={isLaterShown} here={here} view={view} />}
    >
      {agreements.totalCount > 0 ? (
        <Table caption="Agreements of the two" columns={columns} rows={agreements.nodes} keyOf={({ id }) => id} />
      ) : (
        <p className={styles.none}>
          The register has no record of an agreement between the two {isLaterShown ? '' : `dated by ${dayWords(on)}`}.
        </p>
      )}
      <More shown={agreements.nodes.length} total={agreements.totalCount} />
    </Section>
  );
}

/** Whether the register has no date of an agreement at all. */
function isUndated({ adopted, signed, entryIntoForce, ended, partyActions }: Agreement): boolean {
  const acts = partyActions.nodes.flatMap(({ dateOfAct, dateOfEffect }) => [dateOfAct, dateOfEffect]);
  return [adopted, signed, entryIntoForce, ended, ...acts].every((date) => !date);
}

/** Whether all that is dated of an agreement is later than the day. */
function isLater({ adopted, signed, entryIntoForce, partyActions }: Agreement, on: string): boolean {
  const acts = partyActions.nodes.flatMap(({ dateOfAct, dateOfEffect }) => [dateOfAct, dateOfEffect]);
  const starts = [adopted, signed, entryIntoForce, ...acts].flatMap((date) => (date?.earliest ? [date.earliest] : []));
  return starts.length > 0 && starts.every((start) => start > on);
}

interface LaterLinkProps {
  /** How many agreements are later than the day. */
  readonly later: number;
  readonly isLaterShown: boolean;
  readonly here: Here;
  readonly view: View;
}

function LaterLink({ later, isLaterShown, here, view }: LaterLinkProps) {
  const { later: _later, ...rest } = here.parameters;
  if (isLaterShown) return <a href={`${address(here.path, view, rest)}#agreements`}>Hide later ones</a>;
  if (later === 0) return null;
  return (
    <a href={`${address(here.path, view, { ...rest, later: '1' })}#agreements`}>
      Show {later.toLocaleString('en-GB')} later {later === 1 ? 'one' : 'ones'}
    </a>
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
