import { fieldsOf } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import type { DyadExerciseFragment } from '../../generated/register/graphql.ts';
import styles from './exercise-calendar.module.css';
import { texts } from './texts.tsx';

interface SequelsProps {
  readonly exercise: Pick<DyadExerciseFragment, 'follows' | 'followedBy'>;
  readonly view: View;
}

/**
 * Links to the exercises that an exercise follows and to those that follow it, such as the held exercise after its
 * announcement.
 */
export function Sequels({ exercise: { follows, followedBy }, view }: SequelsProps) {
  if (follows.nodes.length + followedBy.nodes.length === 0) return null;
  return (
    <ul className={styles.sequels}>
      {follows.nodes.map(({ id, relation, earlier }) => (
        <li key={id}>
          <span title={relationWords(relation)}>{texts.after}</span> <FactLink fact={earlier} view={view} />
        </li>
      ))}
      {followedBy.nodes.map(({ id, relation, later }) => (
        <li key={id}>
          <span title={relationWords(relation)}>{texts.followedBy}</span> <FactLink fact={later} view={view} />
        </li>
      ))}
    </ul>
  );
}

function relationWords(relation: string): string | undefined {
  return fieldsOf('Follows').relation?.list?.values[relation]?.label;
}
