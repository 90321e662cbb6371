import type { ValueList } from '@chancery/codebook';
import { ExerciseMark } from '../charts/exercise-mark.tsx';

interface ListedValueProps {
  readonly list: ValueList | undefined;
  readonly value: string;
}

/**
 * Shows the label of a value of a value list, with its description as title. Shows a value that the list does not have,
 * such as one of a newer API, unchanged. The status of an exercise also has its mark.
 */
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
