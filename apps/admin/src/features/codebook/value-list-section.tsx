import { typeOf } from '@chancery/codebook';
import { Fragment } from 'react';
import { fieldAnchor, listAnchor } from './anchors.ts';
import styles from './codebook.module.css';
import type { UsedList } from './contents-of.ts';
import { texts } from './texts.tsx';

/** A value list: what it is for, the fields that use it, and each value with its label and definition. */
export function ValueListSection({ used: { list, fields } }: { readonly used: UsedList }) {
  const anchor = listAnchor(list);
  return (
    <section aria-labelledby={anchor} className={styles.type}>
      <h3 id={anchor}>
        <a href={`#${anchor}`}>{list.name}</a>
      </h3>
      <p className={styles.description}>{list.description}</p>
      <p className={styles.names}>
        {texts.usedBy(
          fields.map(({ type, name, label }, place) => (
            <Fragment key={`${type}.${name}`}>
              {place > 0 ? texts.separator : null}
              <a href={`#${fieldAnchor(type, name)}`}>{texts.fieldOf(label, type && typeOf(type).singular)}</a>
            </Fragment>
          )),
        )}
      </p>
      <dl className={styles.entries}>
        {Object.entries(list.values).map(([value, { label, description }]) => (
          <div key={value} id={`${anchor}.${value}`}>
            <dt>
              {label} <code>{value}</code>
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
