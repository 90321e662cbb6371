import { type View, viewParameters } from '../../addresses/view.ts';
import styles from './home.module.css';

interface DyadChooserProps {
  readonly view: View;
}

/** Chooses two actors by name or code: the page of dyads finds out whom the words mean. */
export function DyadChooser({ view }: DyadChooserProps) {
  return (
    <form action="/dyad" method="get" className={styles.dyad}>
      <label>
        Between
        <input type="text" name="a" required placeholder="IRN" maxLength={100} />
      </label>
      <label>
        and
        <input type="text" name="b" required placeholder="RUS" maxLength={100} />
      </label>
      {Object.entries(viewParameters(view)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">Compare</button>
    </form>
  );
}
