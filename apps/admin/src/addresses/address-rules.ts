import { factTypeOfId, isDay } from '@chancery/codebook';
import { texts } from './texts.ts';
import { firstValue, isRevisionNumber, nonEmptyValues, type SearchParameters } from './view.ts';

/** A search parameter that a page cannot use, and a sentence that says why and what to give instead. */
export interface AddressProblem {
  readonly name: string;
  readonly message: string;
}

/** What a page accepts as a search parameter. */
export interface ParameterRule {
  /** Returns what is wrong with a value, as the rest of a sentence after it; undefined if nothing is. */
  readonly problemOf?: (value: string) => string | undefined;
  /** Whether the parameter may be given several times. */
  readonly repeats?: boolean;
}

/** The search parameters that a page accepts, by name. */
export type AddressRules = Readonly<Record<string, ParameterRule>>;

/** Accepts any text. Cursors are checked by the API. */
export const anyText: ParameterRule = {};

/** Accepts the number of a revision, which need not exist. */
export const revisionRule: ParameterRule = {
  problemOf: (value) => (isRevisionNumber(value) ? undefined : texts.notRevision),
};

/** The revision and the day of a page. */
export const viewRules: AddressRules = {
  at: revisionRule,
  ...dayRule('on'),
};

/** Accepts the id of a fact, which need not exist. */
export const factIdRule: ParameterRule = {
  problemOf: (value) => (factTypeOfId(value) ? undefined : texts.notFactId),
};

/** Accepts a day as the value of a parameter. */
export function dayRule(name: string): AddressRules {
  return { [name]: { problemOf: (value) => (isDay(value) ? undefined : texts.notDay) } };
}

/** The place of a page in a list that can be turned in both directions. */
export const pageRules: AddressRules = { after: anyText, before: anyText };

/** Accepts the given values. */
export function oneOfRule(values: readonly string[], options: Pick<ParameterRule, 'repeats'> = {}): ParameterRule {
  return { ...options, problemOf: (value) => (values.includes(value) ? undefined : texts.notListed(values)) };
}

/** Accepts texts up to a number of characters. */
export function shortText(limit: number): ParameterRule {
  return { problemOf: (value) => (value.trim().length > limit ? texts.tooLong(limit) : undefined) };
}

/** What campaigns and mail programs add to links of others. It has no meaning for any page. */
const trackingName = /^(utm_\w+|fbclid|gclid|msclkid|mc_[ce]id)$/;

/**
 * Returns what is wrong with the search parameters of a page: names that it does not have, values that it does not accept,
 * and values given more than once. Empty values count as not given, because forms send them.
 */
export function addressProblems(parameters: SearchParameters, rules: AddressRules): AddressProblem[] {
  const problems = Object.keys(parameters).flatMap((name): AddressProblem[] => {
    const values = nonEmptyValues(parameters[name]);
    if (values.length === 0 || trackingName.test(name)) return [];
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) return [{ name, message: texts.unknownName(name, Object.keys(rules)) }];
    if (values.length > 1 && !rule.repeats) return [{ name, message: texts.repeated(name) }];
    const wrong = values.flatMap((value) => {
      const problem = rule.problemOf?.(value);
      return problem === undefined ? [] : [texts.wrong(name, shorten(value), problem)];
    });
    return wrong[0] === undefined ? [] : [{ name, message: wrong[0] }];
  });
  const hasBothPages = firstValue(parameters.after) !== undefined && firstValue(parameters.before) !== undefined;
  return rules.before && hasBothPages ? [...problems, { name: 'before', message: texts.bothPages }] : problems;
}

/** Returns the search parameters of a page without those that it cannot use. */
export function withoutProblems(
  parameters: SearchParameters,
  problems: readonly AddressProblem[],
): Readonly<Record<string, string[]>> {
  const kept = Object.keys(parameters).filter((name) => problems.every((problem) => problem.name !== name));
  return Object.fromEntries(kept.map((name) => [name, nonEmptyValues(parameters[name])]));
}

const shownLength = 80;

function shorten(value: string): string {
  return value.length > shownLength ? `${value.slice(0, shownLength)}…` : value;
}
