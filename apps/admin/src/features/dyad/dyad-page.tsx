import { factTypeOfId } from '@chancery/codebook';
import { addressProblems, oneOfRule, viewRules } from '../../addresses/address-rules.ts';
import { firstValue, type SearchParameters, viewOf } from '../../addresses/view.ts';
import { queryAtOneRevision } from '../../endpoints/query-at-one-revision.ts';
import { type Answer, queryRegister } from '../../endpoints/query-register.ts';
import { DyadObligationsDocument, DyadPageDocument } from '../../generated/register/graphql.ts';
import { InvalidAddressPage } from '../errors/invalid-address-page.tsx';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { Frame } from '../frame/frame.tsx';
import { Agreements } from './agreements.tsx';
import { Alignment, BusyAlignment } from './alignment.tsx';
import { type DyadAlignment, isBusy, loadAlignment } from './alignment-series.ts';
import { Claims } from './claims.tsx';
import { Disputes } from './disputes.tsx';
import styles from './dyad.module.css';
import { DyadChoice } from './dyad-choice.tsx';
import { Exercises } from './exercises.tsx';
import { Figures } from './figures.tsx';
import { findSides } from './find-sides.ts';
import { Heading } from './heading.tsx';
import { Ladder } from './ladder.tsx';
import { Memberships } from './memberships.tsx';
import { ObligationsBetween } from './obligations.tsx';
import { PolicyMeasures } from './policy-measures.tsx';
import { policyMeasuresBetween } from './policy-measures-between.ts';
import { dyadAddress } from './side.ts';
import { sideMemberships } from './side-memberships.ts';
import { texts } from './texts.tsx';

interface DyadPageProps {
  /** The first actor, by code, abbreviation or id. */
  readonly a: string;
  /** The second actor, given in the same way. */
  readonly b: string;
  readonly parameters: SearchParameters;
}

/**
 * The page of a dyad: the relations of two actors at a revision and on a day. If an actor is not found, or both are the
 * same, shows the form for choosing actors.
 */
export async function DyadPage({ a, b, parameters }: DyadPageProps) {
  const view = viewOf(parameters);
  const pageAddress = { path: `/dyad/${encodeURIComponent(a)}/${encodeURIComponent(b)}`, parameters };
  const problems = addressProblems(parameters, { ...viewRules, later: oneOfRule(['1']) });
  if (problems.length > 0) return <InvalidAddressPage pageAddress={pageAddress} problems={problems} />;
  const sides = await findSides(a, b, view);
  if (!sides.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={sides.refusal} />;
  const [sideA, sideB] = [sides.data.a, sides.data.b];
  if (!sideA || !sideB || sideA.id === sideB.id)
    return <DyadChoice a={a} b={b} sides={sides.data} view={view} pageAddress={pageAddress} isAddress />;
  const areStates = [sideA, sideB].every(({ id }) => factTypeOfId(id) === 'State');
  const isLaterShown = firstValue(parameters.later) === '1';
  const [answer, obligationsAnswer, memberships, policyMeasures, alignment] = await queryAtOneRevision(
    view,
    async (queryView) => {
      const variables = { a: sideA.id, b: sideB.id, on: view.on ?? null };
      const [page, ...rest] = await Promise.all([
        queryRegister(DyadPageDocument, { ...variables, later: isLaterShown }, queryView),
        queryRegister(DyadObligationsDocument, variables, queryView),
        sideMemberships(sideA, sideB, queryView),
        policyMeasuresBetween(sideA.id, sideB.id, queryView),
      ]);
      const on = page.ok && areStates ? page.data.dyad?.on : undefined;
      return [page, ...rest, ...(on ? [await loadAlignment(sideA.id, sideB.id, on, queryView)] : [])] as const;
    },
  );
  if (!answer.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={answer.refusal} />;
  if (!obligationsAnswer.ok)
    return <RefusalPage pageAddress={pageAddress} view={view} refusal={obligationsAnswer.refusal} />;
  if (!memberships.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={memberships.refusal} />;
  if (!policyMeasures.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={policyMeasures.refusal} />;
  if (alignment && !alignment.ok && !isBusy(alignment.refusal))
    return <RefusalPage pageAddress={pageAddress} view={view} refusal={alignment.refusal} />;
  const { dyad } = answer.data;
  const obligations = obligationsAnswer.data.dyad;
  if (!dyad || !obligations)
    return <DyadChoice a={a} b={b} sides={sides.data} view={view} pageAddress={pageAddress} isAddress />;
  return (
    <Frame
      pageAddress={pageAddress}
      view={view}
      revision={answer.revision}
      cited={{
        title: texts.title(sideA.label, sideB.label),
        id: `${sideA.id} ${sideB.id}`,
        path: dyadAddress(sideA.id, sideB.id, {}),
        day: dyad.on,
      }}
      dayNote={texts.dayNote}
    >
      <article className={styles.page}>
        <Heading a={sideA} b={sideB} on={dyad.on} view={view} />
        <Figures
          dyad={dyad}
          obligations={obligations}
          memberships={memberships.data}
          policyMeasureCount={policyMeasures.data.length}
        />
        <Ladder dyad={dyad} view={view} />
        {alignment && !alignment.ok ? <BusyAlignment /> : null}
        {alignment?.ok && alignment.data ? (
          <Alignment alignment={alignment.data} a={sideA} b={sideB} until={Number(dyad.on.slice(0, 4))} />
        ) : null}
        <Agreements dyad={dyad} a={sideA} b={sideB} isLaterShown={isLaterShown} pageAddress={pageAddress} view={view} />
        <ObligationsBetween obligations={obligations} a={sideA} b={sideB} view={view} />
        <Memberships memberships={memberships.data} a={sideA} b={sideB} on={dyad.on} view={view} />
        <div className={styles.pair}>
          <Exercises exercises={dyad.exercises} on={dyad.on} view={view} withheld={withheldOf(alignment)} />
          <PolicyMeasures policyMeasures={policyMeasures.data} a={sideA} b={sideB} view={view} />
        </div>
        <div className={styles.pair}>
          <Claims claims={dyad.claims} view={view} />
          <Disputes disputes={dyad.disputes} view={view} />
        </div>
      </article>
    </Frame>
  );
}

/** Returns the coverages of exercises that are withheld; none if the statistics that name them are not there. */
function withheldOf(alignment: Answer<DyadAlignment | null> | undefined) {
  if (!alignment?.ok) return [];
  return alignment.data?.exercises.coverage.filter(({ isWithheld }) => isWithheld) ?? [];
}
