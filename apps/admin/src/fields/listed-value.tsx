import type { ValueList } from '@chancery/codebook';
import { ExerciseMark } from '../charts/exercise-mark.tsx';

interface ListedValueProps {
  readonly list: ValueList | undefined;
  readonly value: string;
}

/** Shows a value of a value list by its label, with its description as title. Shows unknown values (of a newer API) as is. */
export function ListedValue({ list, value }: ListedValueProps) {
  const listed = list?.values[value];
  const label = <span title={listed?.description}>{listed?.label ?? value}</span>;
  if (list?.name !== 'ExerciseStatus') return label;
  return (
    <span>
      <ExerciseMark status={value} /> {label}
    </span>
  );
}
