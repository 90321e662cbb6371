import { address, type View, viewParameters } from '../../addresses/view.ts';
import { Notice } from '../../ui/notice.tsx';
import { Frame } from '../frame/frame.tsx';
import type { Here } from '../frame/here.ts';
import styles from './dyad.module.css';
import { type FoundSides, searchActors } from './find-sides.ts';
import { type Side, sideKey } from './side.ts';

interface DyadChoiceProps {
  /** What was asked for, as written. */
  readonly a: string;
  readonly b: string;
  readonly found: FoundSides;
  readonly view: View;
  readonly here: Here;
}

/** Chooses two actors: by the code, or by a word from which those that it may mean are offered. */
export async function DyadChoice({ a, b, found, view, here }: DyadChoiceProps) {
  const [forA, forB] = await Promise.all([candidates(a, found.a, view), candidates(b, found.b, view)]);
  const hrefOf = (one: string, other: string) => address('/dyad', view, { a: one, b: other });
  const isSame = found.a !== null && found.a.id === found.b?.id;
  return (
    <Frame here={here} view={view}>
      <div className={styles.page}>
        <header className={styles.heading}>
          <p className={styles.eyebrow}>Dyad</p>
          <h1 className={styles.title}>Two actors, and all that lies between them</h1>
          <p className={styles.sides}>
            <span>
              States and organizations: events, agreements, exercises, memberships, measures, claims and disputes, with
              the evidence for each.
            </span>
          </p>
        </header>
        {isSame ? (
          <Notice title={`${found.a?.label} twice`} tone="warning">
            A dyad is of two actors. Choose another for one of the sides.
          </Notice>
        ) : null}
        <form action="/dyad" method="get" className={styles.chooser}>
          <label>
            Between
            <input type="text" name="a" required defaultValue={found.a ? sideKey(found.a) : a} maxLength={100} />
          </label>
          <label>
            and
            <input type="text" name="b" required defaultValue={found.b ? sideKey(found.b) : b} maxLength={100} />
          </label>
          {Object.entries(viewParameters(view)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">Show the dyad</button>
          <p className={styles.hint}>
            A name or part of one, a three-letter code such as IRN, or an abbreviation such as NATO.
          </p>
        </form>
        <div className={styles.pair}>
          <Offer text={a} found={found.a} offered={forA} hrefOf={(side) => hrefOf(sideKey(side), b)} />
          <Offer text={b} found={found.b} offered={forB} hrefOf={(side) => hrefOf(a, sideKey(side))} />
        </div>
      </div>
    </Frame>
  );
}

interface OfferProps {
  readonly text: string;
  readonly found: Side | null;
  readonly offered: readonly Side[];
  readonly hrefOf: (side: Side) => string;
}

function Offer({ text, found, offered, hrefOf }: OfferProps) {
  if (found || text === '') return null;
  return (
    <section className={styles.offer} aria-label={`What “${text}” may mean`}>
      <h2>
        No actor is called <q>{text}</q>
      </h2>
      {offered.length > 0 ? (
        <>
          <p className={styles.fine}>As known at this revision. Did you mean</p>
          <ul>
            {offered.map((side) => (
              <li key={side.id}>
                <a href={hrefOf(side)}>{side.label}</a> <code className={styles.code}>{codeOf(side)}</code>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.fine}>
          The register knows no state or organization by that code, abbreviation, id or name at this revision.
        </p>
      )}
    </section>
  );
}

function codeOf(side: Side): string {
  const key = sideKey(side);
  return key === side.id ? '' : key;
}

async function candidates(text: string, found: Side | null, view: View): Promise<readonly Side[]> {
  if (found || text.trim() === '') return [];
  const answer = await searchActors(text, view);
  return answer.ok ? answer.data : [];
}
