import { z } from 'zod';
import { apiError } from '../errors.ts';
import { isMeasureName, type MeasureName, measureNames } from './catalogue.ts';
import { checkYears } from './measure-engine.ts';
import { type MeasureOptions, optionLists, resolveOptions, type TargetWeight } from './options.ts';

/** A request for a measure file. */
export interface FileRequest {
  readonly name: MeasureName;
  readonly options: MeasureOptions;
  readonly format: 'csv' | 'json';
  /** The revision from which the file is computed; `undefined` for the latest. */
  readonly at: number | undefined;
  readonly from: number;
  readonly to: number;
  /** The two states of a series, each by id or by number in the system; `undefined` for all dyads. */
  readonly pair: readonly [a: string, b: string] | undefined;
}

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'use a whole number of at most 9 digits')
  .transform(Number);
const enumOf = <Value extends string>(values: Readonly<Record<Value, string>>) =>
  z.enum(Object.keys(values) as [Value, ...Value[]]);
const parameters = z.strictObject({
  year: wholeNumber.optional(),
  from: wholeNumber.optional(),
  to: wholeNumber.optional(),
  a: z.string().min(1).max(100).optional(),
  b: z.string().min(1).max(100).optional(),
  at: wholeNumber.refine((number) => number > 0, 'revisions are numbered from 1').optional(),
  format: z.enum(['csv', 'json']).default('csv'),
  convention: enumOf(optionLists.convention).optional(),
  weights: enumOf(optionLists.weights).optional(),
  distance: enumOf(optionLists.distance).optional(),
  scale: enumOf(optionLists.scale).optional(),
  alliances: enumOf(optionLists.alliances).optional(),
  direction: enumOf(optionLists.direction).optional(),
  organizations: enumOf(optionLists.organizations).optional(),
  coverage: enumOf(optionLists.coverage).optional(),
  system: enumOf(optionLists.system).optional(),
  selfTies: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  targetWeights: z
    .string()
    .regex(/^\d{1,4}:\d+(\.\d+)?(,\d{1,4}:\d+(\.\d+)?)*$/, 'write it like 255:0.25,365:0.21')
    .transform((text) =>
      text.split(',').map((part): TargetWeight => {
        const [code = '', weight] = part.split(':');
        return { code, weight: Number(weight) };
      }),
    )
    .optional(),
});

/** Returns the path segment of a measure: `votes-kappa` for `VOTES_KAPPA`. */
export function pathOf(name: MeasureName): string {
  return name.toLowerCase().replaceAll('_', '-');
}

/**
 * Parses the path and query of a request for a measure file.
 * @throws GraphQLError BAD_USER_INPUT for an unknown measure or parameter, an invalid value, missing or conflicting
 * years or states, and an option that does not apply to the measure.
 */
export function readFileRequest(path: string, query: unknown): FileRequest {
  const name = path.toUpperCase().replaceAll('-', '_');
  if (path !== path.toLowerCase() || !isMeasureName(name))
    throw apiError(
      'BAD_USER_INPUT',
      `There is no measure ${path.slice(0, 60)}. The measures are ${measureNames.map(pathOf).join(', ')}.`,
    );
  const read = parameters.safeParse(query);
  if (!read.success) throw apiError('BAD_USER_INPUT', problemsOf(read.error));
  const { year, from, to, a, b, at, format, ...options } = read.data;
  if ((year === undefined) === (from === undefined && to === undefined))
    throw apiError('BAD_USER_INPUT', 'Give either year, or both from and to.');
  if ((from === undefined) !== (to === undefined))
    throw apiError(
      'BAD_USER_INPUT',
      'One of from and to is missing. Give both the first year (from) and the last year (to).',
    );
  if ((a === undefined) !== (b === undefined))
    throw apiError(
      'BAD_USER_INPUT',
      'One of a and b is missing. Give both states of the dyad, or neither for all dyads.',
    );
  const [first, last] = [from ?? year ?? 0, to ?? year ?? 0];
  checkYears(first, last);
  resolveOptions(name, options);
  return {
    ...{ name, options, format, at, from: first, to: last },
    pair: a === undefined || b === undefined ? undefined : [a, b],
  };
}

function problemsOf({ issues }: z.ZodError): string {
  return issues
    .map((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => `There is no parameter ${key.slice(0, 60)}. Remove it.`).join(' ')
        : `The parameter ${issue.path.join('.')} is invalid: ${issue.message}.`,
    )
    .join(' ');
}
