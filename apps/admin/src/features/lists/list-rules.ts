import { concreteTypesOf, type Field, factTypeOfId, listColumns, type TypeName } from '@chancery/codebook';
import {
  type AddressProblem,
  type AddressRules,
  addressProblems,
  anyText,
  oneOfRule,
  type ParameterRule,
  pageRules,
  viewRules,
} from '../../addresses/address-rules.ts';
import { texts as addressTexts } from '../../addresses/texts.ts';
import { firstValue, nonEmptyValues, type SearchParameters } from '../../addresses/view.ts';
import { readingLabels } from '../spells/reading-label.ts';
import { dayOf, type FilterField, filterFields } from './filters.ts';
import { publicOrders } from './list-query.ts';
import { texts } from './texts.ts';

/** Returns what is wrong with the search parameters of a list: filters, order, columns, place, revision and day. */
export function listProblems(type: TypeName, parameters: SearchParameters): AddressProblem[] {
  const fields = filterFields(type);
  const rules: AddressRules = {
    ...Object.assign({}, ...fields.map(filterRules)),
    orderBy: oneOfRule(publicOrders(type)),
    hide: oneOfRule(
      listColumns(type).map(([name]) => name),
      { repeats: true },
    ),
    ...viewRules,
    ...pageRules,
  };
  const problems = addressProblems(parameters, rules);
  if (problems.length > 0) return problems;
  return fields.flatMap(({ name, field }) => (field.kind === 'uncertainDate' ? spanProblems(name, parameters) : []));
}

/** Returns the problem of a filter by a fact that the register does not have. */
export function unknownFact(name: string, id: string): AddressProblem {
  return { name, message: addressTexts.wrong(name, id, texts.problems.unknownFact) };
}

/** Returns the rules of the search parameters of one filter. */
function filterRules({ name, field }: FilterField): AddressRules {
  if (field.kind !== 'uncertainDate') return { [name]: valueRule(field) };
  return {
    [`${name}.from`]: { problemOf: (value) => (dayOf(value, '01-01') ? undefined : addressTexts.notYearOrDay) },
    [`${name}.to`]: { problemOf: (value) => (dayOf(value, '12-31') ? undefined : addressTexts.notYearOrDay) },
    [`${name}.reading`]: oneOfRule(['certain', 'possible']),
    ...(field.spell
      ? {
          [`${name}.is`]: oneOfRule(
            readingLabels.map(([reading]) => reading),
            { repeats: true },
          ),
        }
      : {}),
  };
}

function valueRule(field: Field): ParameterRule {
  switch (field.kind) {
    case 'oneOf':
    case 'manyOf':
      return oneOfRule(Object.keys(field.list?.values ?? {}), { repeats: true });
    case 'boolean':
      return oneOfRule(['true', 'false']);
    case 'integer':
      return { problemOf: (value) => (isInteger(value) ? undefined : addressTexts.notInteger) };
    case 'number':
      return { problemOf: (value) => (Number.isFinite(Number(value)) ? undefined : addressTexts.notNumber) };
    case 'link':
      return { problemOf: (value) => linkProblem(field, value) };
    default:
      return anyText;
  }
}

function isInteger(text: string): boolean {
  return /^-?\d{1,10}$/.test(text) && Number(text) >= -(2 ** 31) && Number(text) < 2 ** 31;
}

function linkProblem({ target = '' }: Field, id: string): string | undefined {
  const type = factTypeOfId(id);
  if (!type) return texts.problems.notAnId;
  const accepted = concreteTypesOf(target);
  return accepted.includes(type) ? undefined : texts.problems.otherType(type, accepted);
}

/** Finds a span that ends before it starts, and a way to read dates without a span to which it applies. */
function spanProblems(name: string, parameters: SearchParameters): AddressProblem[] {
  const part = (suffix: string) => firstValue(parameters[`${name}.${suffix}`]);
  const [from, to] = [dayOf(part('from'), '01-01'), dayOf(part('to'), '12-31')];
  if (from && to && from > to)
    return [{ name: `${name}.to`, message: texts.problems.reversed(name, part('from') ?? from, part('to') ?? to) }];
  const hasReading = nonEmptyValues(parameters[`${name}.reading`]).length > 0;
  return hasReading && !from && !to
    ? [{ name: `${name}.reading`, message: texts.problems.readingWithoutSpan(name) }]
    : [];
}
