import { fieldsOf, type TypeName } from '@chancery/codebook';
import { ListedValue } from '../../fields/listed-value.tsx';

interface ListedValuesProps {
  readonly type: TypeName;
  readonly field: string;
  readonly value: string | readonly string[] | null;
}

/** The labels of the values of a field with a value list, separated by commas. Renders nothing for null. */
export function ListedValues({ type, field, value }: ListedValuesProps) {
  const values = value === null ? [] : [value].flat();
  return values.map((key, at) => (
    <span key={key}>
      {at > 0 ? ', ' : ''}
      <ListedValue list={fieldsOf(type)[field]?.list} value={key} />
    </span>
  ));
}
