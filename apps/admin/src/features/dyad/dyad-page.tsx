import { factTypeOfId } from '@chancery/codebook';
import { first, type SearchParameters, viewOf } from '../../addresses/view.ts';
import { queryAtOneRevision } from '../../doors/query-at-one-revision.ts';
import { queryRegister } from '../../doors/query-register.ts';
import { DyadObligationsDocument, DyadPageDocument } from '../../generated/register/graphql.ts';
import { dayWords } from '../../ui/moment.ts';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { Frame } from '../frame/frame.tsx';
import { Agreements } from './agreements.tsx';
import { Alignment } from './alignment.tsx';
import { alignmentOf } from './alignment-series.ts';
import { Claims } from './claims.tsx';
import { Disputes } from './disputes.tsx';
import styles from './dyad.module.css';
import { DyadChoice } from './dyad-choice.tsx';
import { Exercises } from './exercises.tsx';
import { Figures } from './figures.tsx';
import { findSides } from './find-sides.ts';
import { Heading } from './heading.tsx';
import { Ladder } from './ladder.tsx';
import { Measures } from './measures.tsx';
import { measuresBetween } from './measures-between.ts';
import { Memberships } from './memberships.tsx';
import { ObligationsBetween } from './obligations.tsx';
import { sideMemberships } from './side-memberships.ts';

interface DyadPageProps {
  /** Who, by code, abbreviation or id. */
  readonly a: string;
  readonly b: string;
  readonly parameters: SearchParameters;
}

/** Two actors and what the register knows of their dealings, at a revision and on a day. */
export async function DyadPage({ a, b, parameters }: DyadPageProps) {
  const view = viewOf(parameters);
  const here = { path: `/dyad/${encodeURIComponent(a)}/${encodeURIComponent(b)}`, parameters };
  const sides = await findSides(a, b, view);
  if (!sides.ok) return <RefusalPage here={here} view={view} refusal={sides.refusal} />;
  const [one, other] = [sides.data.a, sides.data.b];
  if (!one || !other || one.id === other.id)
    return <DyadChoice a={a} b={b} found={sides.data} view={view} here={here} />;
  const areStates = [one, other].every(({ id }) => factTypeOfId(id) === 'State');
  const isLaterShown = first(parameters.later) === '1';
  const [answer, owed, memberships, measures, alignment] = await queryAtOneRevision(view, async (each) => {
    const two = { a: one.id, b: other.id, on: view.on ?? null };
    const [page, ...rest] = await Promise.all([
      queryRegister(DyadPageDocument, { ...two, later: isLaterShown }, each),
      queryRegister(DyadObligationsDocument, two, each),
      sideMemberships(one, other, each),
      measuresBetween(one.id, other.id, each),
    ]);
    const on = page.ok && areStates ? page.data.dyad?.on : undefined;
    return [page, ...rest, ...(on ? [await alignmentOf(one.id, other.id, on, each)] : [])] as const;
  });
  if (!answer.ok) return <RefusalPage here={here} view={view} refusal={answer.refusal} />;
  if (!owed.ok) return <RefusalPage here={here} view={view} refusal={owed.refusal} />;
  if (!memberships.ok) return <RefusalPage here={here} view={view} refusal={memberships.refusal} />;
  if (!measures.ok) return <RefusalPage here={here} view={view} refusal={measures.refusal} />;
  if (alignment && !alignment.ok) return <RefusalPage here={here} view={view} refusal={alignment.refusal} />;
  const { dyad } = answer.data;
  const obligations = owed.data.dyad;
  if (!dyad || !obligations) return <DyadChoice a={a} b={b} found={sides.data} view={view} here={here} />;
  return (
    <Frame
      here={here}
      view={view}
      revision={answer.revision}
      title={`${one.label} and ${other.label}`}
      daily={`obligations, statuses and memberships are those of ${dayWords(dyad.on)}, and agreements and events those up to it`}
    >
      <article className={styles.page}>
        <Heading a={one} b={other} on={dyad.on} view={view} />
        <Figures dyad={dyad} owed={obligations} memberships={memberships.data} measures={measures.data.length} />
        <Ladder dyad={dyad} view={view} />
        {alignment?.data ? (
          <Alignment alignment={alignment.data} a={one} b={other} until={Number(dyad.on.slice(0, 4))} />
        ) : null}
        <Agreements dyad={dyad} a={one} b={other} isLaterShown={isLaterShown} here={here} view={view} />
        <ObligationsBetween owed={obligations} a={one} b={other} view={view} />
        <Memberships memberships={memberships.data} a={one} b={other} on={dyad.on} view={view} />
        <div className={styles.pair}>
          <Exercises
            exercises={dyad.exercises}
            on={dyad.on}
            view={view}
            withheld={alignment?.data?.exercises.coverage.filter(({ isWithheld }) => isWithheld) ?? []}
          />
          <Measures measures={measures.data} a={one} b={other} view={view} />
        </div>
        <div className={styles.pair}>
          <Claims claims={dyad.claims} view={view} />
          <Disputes disputes={dyad.disputes} view={view} />
        </div>
      </article>
    </Frame>
  );
}
