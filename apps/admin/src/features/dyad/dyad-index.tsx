import { redirect } from 'next/navigation';
import { addressProblems, shortText, viewRules } from '../../addresses/address-rules.ts';
import { firstValue, type SearchParameters, type View, viewOf } from '../../addresses/view.ts';
import { InvalidAddressPage } from '../errors/invalid-address-page.tsx';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { DyadChoice } from './dyad-choice.tsx';
import { findSides, searchActors } from './find-sides.ts';
import { dyadAddress, type Side, sideKey } from './side.ts';

/**
 * `/dyad`: looks up two actors and redirects to the page of their dyad. Shows the form with suggestions if an actor is
 * missing, not found or ambiguous, or if both are the same.
 */
export async function DyadIndex({ parameters }: { parameters: SearchParameters }) {
  const view = viewOf(parameters);
  const pageAddress = { path: '/dyad', parameters };
  const problems = addressProblems(parameters, { a: shortText(100), b: shortText(100), ...viewRules });
  if (problems.length > 0) return <InvalidAddressPage pageAddress={pageAddress} problems={problems} />;
  const [a, b] = [firstValue(parameters.a) ?? '', firstValue(parameters.b) ?? ''];
  const sides = await findSides(a, b, view);
  if (!sides.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={sides.refusal} />;
  const [sideA, sideB] = await Promise.all([
    sides.data.a ?? findUnambiguous(a, view),
    sides.data.b ?? findUnambiguous(b, view),
  ]);
  if (sideA && sideB && sideA.id !== sideB.id) redirect(dyadAddress(sideKey(sideA), sideKey(sideB), view));
  return <DyadChoice a={a} b={b} sides={{ a: sideA, b: sideB }} view={view} pageAddress={pageAddress} />;
}

/**
 * Returns the actor that a search for `text` finds if it finds only one, or the only result whose label equals `text`,
 * ignoring case; otherwise null.
 */
async function findUnambiguous(text: string, view: View): Promise<Side | null> {
  if (text.trim() === '') return null;
  const answer = await searchActors(text, view);
  if (!answer.ok) return null;
  const [firstMatch, ...otherMatches] = answer.data;
  if (firstMatch && otherMatches.length === 0) return firstMatch;
  const exactMatches = answer.data.filter(({ label }) => label.toLowerCase() === text.trim().toLowerCase());
  return exactMatches.length === 1 ? (exactMatches[0] ?? null) : null;
}
