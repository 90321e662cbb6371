import { type View, viewParameters } from '../../addresses/view.ts';
import styles from './state.module.css';
import { texts } from './texts.ts';

/** A form that asks for another actor and leads to its dyad with the state. */
export function DyadsOfState({ id, view }: { id: string; view: View }) {
  return (
    <form action="/dyad" method="get" className={styles.form}>
      <input type="hidden" name="a" value={id} />
      <label>
        {texts.other}
        <input type="text" name="b" required maxLength={100} placeholder={texts.otherExample} />
      </label>
      {Object.entries(viewParameters(view)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{texts.submit}</button>
    </form>
  );
}
