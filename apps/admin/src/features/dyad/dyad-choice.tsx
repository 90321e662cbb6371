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
  readonly found: FoundSides;
  readonly view: View;
  readonly here: Here;
}

/** The page that chooses two actors. Suggests actors for text that matches none exactly. */
export async function DyadChoice({ a, b, found, view, here }: DyadChoiceProps) {
  const [forA, forB] = await Promise.all([findCandidates(a, found.a, view), findCandidates(b, found.b, view)]);
  const hrefOf = (keyOfA: string, keyOfB: string) => address('/dyad', view, { a: keyOfA, b: keyOfB });
  const isSame = found.a !== null && found.a.id === found.b?.id;
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
          <Notice title={`You chose ${found.a?.label} twice`} tone="warning">
            Choose two different actors.
          </Notice>
        ) : null}
        <form action="/dyad" method="get" className={styles.chooser}>
          <label>
            First actor
            <input type="text" name="a" required defaultValue={found.a ? sideKey(found.a) : a} maxLength={100} />
          </label>
          <label>
            Second actor
            <input type="text" name="b" required defaultValue={found.b ? sideKey(found.b) : b} maxLength={100} />
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
          <Suggestions text={a} found={found.a} candidates={forA} hrefOf={(side) => hrefOf(sideKey(side), b)} />
          <Suggestions text={b} found={found.b} candidates={forB} hrefOf={(side) => hrefOf(a, sideKey(side))} />
        </div>
      </div>
    </Frame>
  );
}

interface SuggestionsProps {
  readonly text: string;
  readonly found: Side | null;
  readonly candidates: readonly Side[];
  readonly hrefOf: (side: Side) => string;
}

function Suggestions({ text, found, candidates, hrefOf }: SuggestionsProps) {
  if (found || text === '') return null;
  return (
    <section className={styles.offer} aria-label={`Suggestions for “${text}”`}>
      <h2>
        No exact match for <q>{text}</q>
      </h2>
      {candidates.length > 0 ? (
        <>
          <p className={styles.fine}>Did you mean:</p>
          <ul>
            {candidates.map((side) => (
              <li key={side.id}>
                <a href={hrefOf(side)}>{side.label}</a> <code className={styles.code}>{codeOf(side)}</code>
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

async function findCandidates(text: string, found: Side | null, view: View): Promise<readonly Side[]> {
  if (found || text.trim() === '') return [];
  const answer = await searchActors(text, view);
  return answer.ok ? answer.data : [];
}
