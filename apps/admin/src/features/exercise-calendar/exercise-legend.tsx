import { fieldsOf } from '@chancery/codebook';
import { ExerciseMark } from '../../charts/exercise-mark.tsx';
import styles from './exercise-calendar.module.css';
import { texts } from './texts.tsx';

/** The legend of exercise marks: always for held and announced, and for each other status in `statuses`. */
export function ExerciseLegend({ statuses }: { statuses: readonly string[] }) {
  const list = fieldsOf('Exercise').status?.list?.values ?? {};
  const explained = Object.keys(list).filter(
    (status) => status === 'HELD' || status === 'ANNOUNCED' || statuses.includes(status),
  );
  return (
    <ul className={styles.legend} aria-label={texts.legend}>
      {explained.map((status) => (
        <li key={status} title={list[status]?.description}>
          <ExerciseMark status={status} size={13} /> {list[status]?.label.toLowerCase() ?? status}
        </li>
      ))}
    </ul>
  );
}
