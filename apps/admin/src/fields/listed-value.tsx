import type { ValueList } from '@chancery/codebook';
import { ExerciseMark } from '../charts/exercise-mark.tsx';

interface ListedValueProps {
  readonly list: ValueList | undefined;
  readonly value: string;
}

/** A value of a list by its label; what it means is its title. A value that a newer API knows stands as it is spelled. */
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
