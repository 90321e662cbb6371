import { address, type View, viewParameters } from '../../addresses/view.ts';
import { Notice } from '../../ui/notice.tsx';
import { Frame } from '../frame/frame.tsx';
import type { Here } from '../frame/here.ts';
import styles from './dyad.module.css';
import { type FoundSides, searchActors } from './find-sides.ts';
import { type Side, sideKey } from './side.ts';

interface DyadChoiceProps {
  /** The actors as typed by the reader. */
  readonly a: string;
  readonly b: string;
  readonly sides: FoundSides;
  readonly view: View;
  readonly here: Here;
}

/** The page that chooses two actors. Suggests actors for text that matches none exactly. */
export async function DyadChoice({ a, b, sides, view, here }: DyadChoiceProps) {
  const [forA, forB] = await Promise.all([findCandidates(a, sides.a, view), findCandidates(b, sides.b, view)]);
  const hrefOf = (keyOfA: string, keyOfB: string) => address('/dyad', view, { a: keyOfA, b: keyOfB });
  const isSame = sides.a !== null && sides.a.id === sides.b?.id;
  return (
    <Frame here={here} view={view}>
      <div className={styles.page}>
        <header className={styles.heading}>
          <p className={styles.eyebrow}>Dyad</p>
          <h1 className={styles.title}>Relations between two actors</h1>
          <p className={styles.sides}>
            <span>
              Choose two states or organizations to see their events, agreements, obligations, exercises, memberships,
              policy measures, claims and disputes, with the evidence for each.
            </span>
          </p>
        </header>
        {isSame ? (
          <Notice title={`You chose ${sides.a?.label} twice`} tone="warning">
            Choose two different actors.
          </Notice>
        ) : null}
        <form action="/dyad" method="get" className={styles.chooser}>
          <label>
            First actor
            <input type="text" name="a" required defaultValue={sides.a ? sideKey(sides.a) : a} maxLength={100} />
          </label>
          <label>
            Second actor
            <input type="text" name="b" required defaultValue={sides.b ? sideKey(sides.b) : b} maxLength={100} />
          </label>
          {Object.entries(viewParameters(view)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">Show dyad</button>
          <p className={styles.hint}>
            A name or part of one, a three-letter code such as IRN, or an abbreviation such as NATO.
          </p>
        </form>
        <div className={styles.pair}>
          <Suggestions text={a} side={sides.a} candidates={forA} hrefOf={(side) => hrefOf(sideKey(side), b)} />
          <Suggestions text={b} side={sides.b} candidates={forB} hrefOf={(side) => hrefOf(a, sideKey(side))} />
        </div>
      </div>
    </Frame>
  );
}

interface SuggestionsProps {
  readonly text: string;
  readonly side: Side | null;
  readonly candidates: readonly Side[];
  readonly hrefOf: (side: Side) => string;
}

function Suggestions({ text, side, candidates, hrefOf }: SuggestionsProps) {
  if (side || text === '') return null;
  return (
    <section className={styles.offer} aria-label={`Suggestions for “${text}”`}>
      <h2>
        No exact match for <q>{text}</q>
      </h2>
      {candidates.length > 0 ? (
        <>
          <p className={styles.fine}>Did you mean:</p>
          <ul>
            {candidates.map((candidate) => (
              <li key={candidate.id}>
                <a href={hrefOf(candidate)}>{candidate.label}</a>{' '}
                <code className={styles.code}>{codeOf(candidate)}</code>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.fine}>
          The register has no state or organization with this code, abbreviation, id or name at this revision.
        </p>
      )}
    </section>
  );
}

function codeOf(side: Side): string {
  const key = sideKey(side);
  return key === side.id ? '' : key;
}

async function findCandidates(text: string, side: Side | null, view: View): Promise<readonly Side[]> {
  if (side || text.trim() === '') return [];
  const answer = await searchActors(text, view);
  return answer.ok ? answer.data : [];
}
