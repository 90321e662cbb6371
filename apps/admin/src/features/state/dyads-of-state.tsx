import { type View, viewParameters } from '../../addresses/view.ts';
import styles from './state.module.css';

/** The way from a state to its dealings with another. */
export function DyadsOfState({ id, view }: { id: string; view: View }) {
  return (
    <form action="/dyad" method="get" className={styles.form}>
      <input type="hidden" name="a" value={id} />
      <label>
        Dealings with
        <input type="text" name="b" required maxLength={100} placeholder="a state or organization" />
      </label>
      {Object.entries(viewParameters(view)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">Show the dyad</button>
    </form>
  );
}
