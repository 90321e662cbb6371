import { z } from 'zod';
import { apiError } from '../errors.ts';
import { isMeasureName, type MeasureName, measureNames } from './catalogue.ts';
import { checkYears } from './measure-engine.ts';
import { type MeasureOptions, optionLists, settle, type TargetWeight } from './options.ts';

/** What is asked for of a file of measures. */
export interface FileRequest {
  readonly name: MeasureName;
  readonly options: MeasureOptions;
  readonly format: 'csv' | 'json';
  /** A past revision; the latest where none is named. */
  readonly at: number | undefined;
  readonly from: number;
  readonly to: number;
  /** The two of a series, by id or by number of the system; all dyads where none are named. */
  readonly pair: readonly [a: string, b: string] | undefined;
}

const whole = z
  .string()
  .regex(/^\d{1,9}$/, 'is a whole number')
  .transform(Number);
const listed = <Value extends string>(values: Readonly<Record<Value, string>>) =>
  z.enum(Object.keys(values) as [Value, ...Value[]]);
const parameters = z.strictObject({
  year: whole.optional(),
  from: whole.optional(),
  to: whole.optional(),
  a: z.string().min(1).max(100).optional(),
  b: z.string().min(1).max(100).optional(),
  at: whole.optional(),
  format: z.enum(['csv', 'json']).default('csv'),
  convention: listed(optionLists.convention).optional(),
  weights: listed(optionLists.weights).optional(),
  distance: listed(optionLists.distance).optional(),
  scale: listed(optionLists.scale).optional(),
  alliances: listed(optionLists.alliances).optional(),
  direction: listed(optionLists.direction).optional(),
  organizations: listed(optionLists.organizations).optional(),
  coverage: listed(optionLists.coverage).optional(),
  system: listed(optionLists.system).optional(),
  selfTies: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  targetWeights: z
    .string()
    .regex(/^\d{1,4}:\d+(\.\d+)?(,\d{1,4}:\d+(\.\d+)?)*$/, 'is written 255:0.25,365:0.21')
    .transform((text) =>
      text.split(',').map((each): TargetWeight => {
        const [code = '', weight] = each.split(':');
        return { code, weight: Number(weight) };
      }),
    )
    .optional(),
});

/** The address of a measure in paths: `votes-kappa` for `VOTES_KAPPA`. */
export function pathOf(name: MeasureName): string {
  return name.toLowerCase().replaceAll('_', '-');
}

/**
 * Reads what an address asks for.
 * @throws GraphQLError BAD_USER_INPUT for a measure, a parameter or a value that there is not.
 */
export function readFileRequest(path: string, query: unknown): FileRequest {
  const name = path.toUpperCase().replaceAll('-', '_');
  if (path !== path.toLowerCase() || !isMeasureName(name))
    throw apiError(
      'BAD_USER_INPUT',
      `There is no measure ${path.slice(0, 60)}. There are ${measureNames.map(pathOf).join(', ')}.`,
    );
  const read = parameters.safeParse(query);
  if (!read.success) throw apiError('BAD_USER_INPUT', problemsOf(read.error));
  const { year, from, to, a, b, at, format, ...options } = read.data;
  if ((year === undefined) === (from === undefined && to === undefined))
    throw apiError('BAD_USER_INPUT', 'Name a year, or the years from and to.');
  if ((from === undefined) !== (to === undefined))
    throw apiError('BAD_USER_INPUT', 'Name the first year and the last, from and to.');
  if ((a === undefined) !== (b === undefined)) throw apiError('BAD_USER_INPUT', 'Name both of a dyad, a and b.');
  const [first, last] = [from ?? year ?? 0, to ?? year ?? 0];
  checkYears(first, last);
  settle(name, options);
  return {
    ...{ name, options, format, at, from: first, to: last },
    pair: a === undefined || b === undefined ? undefined : [a, b],
  };
}

function problemsOf({ issues }: z.ZodError): string {
  return issues
    .map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `There is no parameter ${issue.keys.map((key) => key.slice(0, 60)).join(', ')}.`
        : `The parameter ${issue.path.join('.')} cannot be read: ${issue.message}.`,
    )
    .join(' ');
}
