import { redirect } from 'next/navigation';
import { first, type SearchParameters, type View, viewOf } from '../../addresses/view.ts';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { DyadChoice } from './dyad-choice.tsx';
import { findSides, searchActors } from './find-sides.ts';
import { dyadAddress, type Side, sideKey } from './side.ts';

/** `/dyad`: finds out whom two words mean and goes to their page; offers whom they may mean where that is not plain. */
export async function DyadIndex({ parameters }: { parameters: SearchParameters }) {
  const view = viewOf(parameters);
  const here = { path: '/dyad', parameters };
  const [a, b] = [first(parameters.a) ?? '', first(parameters.b) ?? ''];
  const sides = await findSides(a, b, view);
  if (!sides.ok) return <RefusalPage here={here} view={view} refusal={sides.refusal} />;
  const [one, other] = await Promise.all([sides.data.a ?? meant(a, view), sides.data.b ?? meant(b, view)]);
  if (one && other && one.id !== other.id) redirect(dyadAddress(sideKey(one), sideKey(other), view));
  return <DyadChoice a={a} b={b} found={{ a: one, b: other }} view={view} here={here} />;
}

/** The actor that a text means beyond doubt: the only one that it finds, or the only one of exactly that name. */
async function meant(text: string, view: View): Promise<Side | null> {
  if (text.trim() === '') return null;
  const answer = await searchActors(text, view);
  if (!answer.ok) return null;
  const [one, ...others] = answer.data;
  if (one && others.length === 0) return one;
  const named = answer.data.filter(({ label }) => label.toLowerCase() === text.trim().toLowerCase());
  return named.length === 1 ? (named[0] ?? null) : null;
}
