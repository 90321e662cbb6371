import { type View, viewParameters } from '../../addresses/view.ts';
import styles from './state.module.css';

/** A form that leads from a state to its dyad with another actor. */
export function DyadsOfState({ id, view }: { id: string; view: View }) {
  return (
    <form action="/dyad" method="get" className={styles.form}>
      <input type="hidden" name="a" value={id} />
      <label>
        Relations with
        <input type="text" name="b" required maxLength={100} placeholder="State or organization" />
      </label>
      {Object.entries(viewParameters(view)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">Show dyad</button>
    </form>
  );
}
