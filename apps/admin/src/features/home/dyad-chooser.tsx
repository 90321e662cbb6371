import { type View, viewParameters } from '../../addresses/view.ts';
import styles from './home.module.css';

interface DyadChooserProps {
  readonly view: View;
}

/** A form for two actors, by name or code. The `/dyad` page looks them up. */
export function DyadChooser({ view }: DyadChooserProps) {
  return (
    <form action="/dyad" method="get" className={styles.dyad}>
      <label>
        First actor
        <input type="text" name="a" required placeholder="IRN" maxLength={100} />
      </label>
      <label>
        Second actor
        <input type="text" name="b" required placeholder="RUS" maxLength={100} />
      </label>
      {Object.entries(viewParameters(view)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">Compare</button>
    </form>
  );
}
