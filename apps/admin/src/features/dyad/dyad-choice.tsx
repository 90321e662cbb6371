import { address, type View, viewParameters } from '../../addresses/view.ts';
import { setStatus } from '../../edge/set-status.ts';
import { Notice } from '../../ui/notice.tsx';
import { Frame } from '../frame/frame.tsx';
import type { PageAddress } from '../frame/page-address.ts';
import styles from './dyad.module.css';
import { type FoundSides, searchActors } from './find-sides.ts';
import { type Side, sideKey } from './side.ts';
import { texts } from './texts.tsx';

interface DyadChoiceProps {
  /** The first actor as the reader typed it or as it is in the address. */
  readonly a: string;
  readonly b: string;
  readonly sides: FoundSides;
  readonly view: View;
  readonly pageAddress: PageAddress;
  /** Whether the texts are parts of an address, and not typed into the form. */
  readonly isAddress?: boolean;
}

/**
 * The page on which readers choose two actors. Suggests actors for each text that does not identify one. Its status is 404
 * if a text identifies no actor and there is nothing to suggest or `isAddress`, 400 if both are the same.
 */
export async function DyadChoice({ a, b, sides, view, pageAddress, isAddress = false }: DyadChoiceProps) {
  const [forA, forB] = await Promise.all([findCandidates(a, sides.a, view), findCandidates(b, sides.b, view)]);
  const hrefOf = (keyOfA: string, keyOfB: string) => address('/dyad', view, { a: keyOfA, b: keyOfB });
  const isSame = sides.a !== null && sides.a.id === sides.b?.id;
  const isMissing = (text: string, side: Side | null, candidates: readonly Side[]) =>
    side === null && text.trim() !== '' && (isAddress || candidates.length === 0);
  if (isSame) await setStatus(400);
  else if (isMissing(a, sides.a, forA) || isMissing(b, sides.b, forB)) await setStatus(404);
  return (
    <Frame pageAddress={pageAddress} view={view}>
      <div className={styles.page}>
        <header className={styles.heading}>
          <p className={styles.eyebrow}>{texts.choice.eyebrow}</p>
          <h1 className={styles.title}>{texts.choice.heading}</h1>
          <p className={styles.sides}>
            <span>{texts.choice.lead}</span>
          </p>
        </header>
        {sides.a && isSame ? (
          <Notice title={texts.choice.same(sides.a.label)} tone="warning">
            {texts.choice.chooseOther}
          </Notice>
        ) : null}
        <form action="/dyad" method="get" className={styles.chooser}>
          <label>
            {texts.choice.first}
            <input type="text" name="a" required defaultValue={sides.a ? sideKey(sides.a) : a} maxLength={100} />
          </label>
          <label>
            {texts.choice.second}
            <input type="text" name="b" required defaultValue={sides.b ? sideKey(sides.b) : b} maxLength={100} />
          </label>
          {Object.entries(viewParameters(view)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">{texts.choice.submit}</button>
          <p className={styles.hint}>{texts.choice.hint}</p>
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
    <section className={styles.offer} aria-label={texts.choice.suggestions(text)}>
      <h2>{texts.choice.notFound(<q>{text}</q>)}</h2>
      {candidates.length > 0 ? (
        <>
          <p className={styles.fine}>{texts.choice.didYouMean}</p>
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
        <p className={styles.fine}>{texts.choice.none}</p>
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
