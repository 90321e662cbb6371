import { DeskValue } from './desk-value.tsx';
import type { ComparedValue, FieldDiff } from './fact-diff.ts';
import { fieldChange } from './fact-diff.ts';
import type { Names } from './names.ts';
import styles from './review.module.css';
import { TextDiff } from './text-diff.tsx';
import { texts } from './texts.tsx';
import valueDiffStyles from './value-diff.module.css';

interface ValueDiffProps {
  readonly diff: FieldDiff;
  readonly comparedWith: ComparedValue;
  readonly names: Names;
}

/**
 * The old value struck through with the new value below it, or only the value if it stays the same. Two long texts are
 * compared word by word.
 */
export function ValueDiff({ diff, comparedWith, names }: ValueDiffProps) {
  const before = diff[comparedWith];
  const { after, field } = diff;
  const change = fieldChange(diff, comparedWith);
  if (change === 'same') {
    return (
      <div className={valueDiffStyles.unchanged}>
        <DeskValue field={field} value={after} names={names} />
        {diff.isSet ? <span className={styles.aside}>{texts.fact.same[comparedWith]}</span> : null}
      </div>
    );
  }
  if (field?.kind === 'longText' && typeof before === 'string' && typeof after === 'string') {
    return <TextDiff before={before} after={after} />;
  }
  return (
    <div className={valueDiffStyles.values}>
      {before === null ? null : (
        <div className={valueDiffStyles.old}>
          <Sign sign="−" label={after === null ? texts.fact.removed : texts.fact.was} />
          <del>
            <DeskValue field={field} value={before} names={names} />
          </del>
        </div>
      )}
      {after === null ? null : (
        <div className={valueDiffStyles.fresh}>
          <Sign sign="+" label={before === null ? texts.fact.isNew : texts.fact.becomes} />
          <ins>
            <DeskValue field={field} value={after} names={names} />
          </ins>
        </div>
      )}
    </div>
  );
}

function Sign({ sign, label }: { readonly sign: string; readonly label: string }) {
  return (
    <span className={valueDiffStyles.sign}>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{label} </span>
    </span>
  );
}
