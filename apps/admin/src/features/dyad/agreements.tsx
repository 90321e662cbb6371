import { fieldsOf } from '@chancery/codebook';
import { address, type View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { InForce } from '../agreement/in-force.tsx';
import { PartyActionDate } from '../agreement/party-action-date.tsx';
import { PartyStatus } from '../agreement/party-status.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import type { PageAddress } from '../frame/page-address.ts';
import { MoreNote } from '../lists/more-note.tsx';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';
import { ListedValues } from './listed-values.tsx';
import type { Side } from './side.ts';
import { texts } from './texts.tsx';

type Agreement = Dyad['agreements']['nodes'][number];

interface AgreementsProps {
  readonly dyad: Dyad;
  readonly a: Side;
  readonly b: Side;
  /** Whether to show agreements that are dated after the day of the page. */
  readonly isLaterShown: boolean;
  readonly pageAddress: PageAddress;
  readonly view: View;
}

/**
 * The agreements with party actions of both actors, or under which one has an obligation to the other: whether each is
 * in force on the day, and the status and party actions of each actor.
 */
export function Agreements({ dyad, a, b, isLaterShown, pageAddress, view }: AgreementsProps) {
  const { agreements, agreementsByDay, agreementsEver, on } = dyad;
  const laterCount = agreementsEver.totalCount - agreementsByDay.totalCount;
  const columns: readonly Column<Agreement>[] = [
    {
      key: 'title',
      label: texts.agreements.columns.title,
      isName: true,
      cell: (agreement) => (
        <>
          <FactLink fact={agreement} view={view} />
          <span className={styles.fine}>
            <ListedValues type="Agreement" field="instrumentType" value={agreement.instrumentType} />
            {notesOf(agreement, on).map((note, at) => `${at > 0 || agreement.instrumentType ? ' · ' : ''}${note}`)}
          </span>
        </>
      ),
    },
    {
      key: 'signed',
      label: texts.agreements.columns.signed,
      cell: ({ signed, grade, evidenceStatus }) => (
        <>
          <DateWords date={signed} /> <GradeChip grade={grade} /> <EvidenceStatus status={evidenceStatus} quiet />
        </>
      ),
    },
    {
      key: 'force',
      label: texts.agreements.columns.inForce(on),
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
      title={texts.agreements.heading}
      count={agreements.totalCount}
      lead={texts.agreements.lead(on, isLaterShown)}
      aside={<LaterLink laterCount={laterCount} isLaterShown={isLaterShown} pageAddress={pageAddress} view={view} />}
    >
      {agreements.totalCount > 0 ? (
        <Table caption={texts.agreements.table} columns={columns} rows={agreements.nodes} keyOf={({ id }) => id} />
      ) : (
        <p className={styles.none}>{texts.agreements.none(on, isLaterShown)}</p>
      )}
      <MoreNote shownCount={agreements.nodes.length} totalCount={agreements.totalCount} />
    </Section>
  );
}

/**
 * Returns the notes on an agreement: that it is or may be later than the day, and that some party actions of the two
 * actors are not shown.
 */
function notesOf(agreement: Agreement, on: string): readonly string[] {
  return [
    ...(isUndated(agreement) ? [texts.agreements.undated] : []),
    ...(isLater(agreement, on) ? [texts.agreements.later] : []),
    ...(agreement.partyActions.pageInfo.hasNextPage ? [texts.agreements.moreActions] : []),
  ];
}

/** Returns true if neither an agreement nor the party actions shown have a date. */
function isUndated({ adopted, signed, entryIntoForce, ended, partyActions }: Agreement): boolean {
  const acts = partyActions.nodes.flatMap(({ dateOfAct, dateOfEffect }) => [dateOfAct, dateOfEffect]);
  return [adopted, signed, entryIntoForce, ended, ...acts].every((date) => !date);
}

/**
 * Returns true if all dates of an agreement, except its end, and all dates of the party actions shown are after the
 * day. Ignores dates without an earliest day; returns false if no date remains.
 */
function isLater({ adopted, signed, entryIntoForce, partyActions }: Agreement, on: string): boolean {
  const acts = partyActions.nodes.flatMap(({ dateOfAct, dateOfEffect }) => [dateOfAct, dateOfEffect]);
  const starts = [adopted, signed, entryIntoForce, ...acts].flatMap((date) => (date?.earliest ? [date.earliest] : []));
  return starts.length > 0 && starts.every((start) => start > on);
}

interface LaterLinkProps {
  /** The number of agreements that are dated after the day. */
  readonly laterCount: number;
  readonly isLaterShown: boolean;
  readonly pageAddress: PageAddress;
  readonly view: View;
}

function LaterLink({ laterCount, isLaterShown, pageAddress, view }: LaterLinkProps) {
  const { later: _later, ...rest } = pageAddress.parameters;
  if (isLaterShown)
    return <a href={`${address(pageAddress.path, view, rest)}#agreements`}>{texts.agreements.hideLater}</a>;
  if (laterCount === 0) return null;
  return (
    <a href={`${address(pageAddress.path, view, { ...rest, later: '1' })}#agreements`}>
      {texts.agreements.showLater(laterCount)}
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
            <PartyActionDate act={act} view={view} />
          </li>
        ))}
      </ul>
    </div>
  );
}
