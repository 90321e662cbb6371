import { type View, viewParameters } from '../../addresses/view.ts';
import styles from './home.module.css';
import { texts } from './texts.ts';

interface DyadChooserProps {
  readonly view: View;
}

/** A form that asks for two actors by name or code and leads to the page `/dyad`, which looks them up. */
export function DyadChooser({ view }: DyadChooserProps) {
  return (
    <form action="/dyad" method="get" className={styles.dyad}>
      <label>
        {texts.dyad.first}
        <input type="text" name="a" required placeholder={texts.dyad.firstExample} maxLength={100} />
      </label>
      <label>
        {texts.dyad.second}
        <input type="text" name="b" required placeholder={texts.dyad.secondExample} maxLength={100} />
      </label>
      {Object.entries(viewParameters(view)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{texts.dyad.submit}</button>
    </form>
  );
}
