import { type Field, factFields, type TypeName, typeOf } from '@chancery/codebook';
import { collectionPath } from '../../addresses/collections.ts';
import { commonAnchor, fieldAnchor, listAnchor, targetAnchor, typeAnchor } from './anchors.ts';
import styles from './codebook.module.css';
import { ownFields } from './contents-of.ts';
import { texts } from './texts.tsx';

/** The fields that all records and links share. They are not repeated at each type. */
export function CommonFields() {
  return (
    <section aria-labelledby={commonAnchor} className={styles.part}>
      <h2 id={commonAnchor}>{texts.common.heading}</h2>
      <p className={styles.lead}>{texts.common.lead}</p>
      <FieldList fields={Object.entries(factFields)} anchorOf={(name) => fieldAnchor(undefined, name)} />
    </section>
  );
}

/** A type with its description, its names in the API, and its own fields. */
export function TypeSection({ type }: { readonly type: TypeName }) {
  const { singular, plural, description, one, many, prefix, name } = typeOf(type);
  const anchor = typeAnchor(type);
  return (
    <section aria-labelledby={anchor} className={styles.type}>
      <h3 id={anchor}>
        <a href={`#${anchor}`}>{texts.type.name(singular)}</a>
      </h3>
      <p className={styles.description}>{description}</p>
      <p className={styles.names}>
        {texts.type.api(<code>{name}</code>, <code>{one}</code>, <code>{many}</code>, <code>{`${prefix}_`}</code>)}{' '}
        <a href={collectionPath(type)}>{texts.type.view(plural)}</a>
      </p>
      <FieldList fields={ownFields(type)} anchorOf={(field) => fieldAnchor(type, field)} />
    </section>
  );
}

interface FieldListProps {
  readonly fields: readonly (readonly [string, Field])[];
  readonly anchorOf: (name: string) => string;
}

function FieldList({ fields, anchorOf }: FieldListProps) {
  return (
    <dl className={styles.entries}>
      {fields.map(([name, field]) => (
        <div key={name} id={anchorOf(name)}>
          <dt>
            {field.label} <code>{field.apiName ?? name}</code>
          </dt>
          <dd>
            <p>{field.description}</p>
            <p className={styles.facts}>
              <FieldKindWords field={field} />
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What values the field takes, and what is required of it. */
function FieldKindWords({ field }: { readonly field: Field }) {
  const { kind, list, target, min, max, pattern } = field;
  const range = texts.field.range(min, max);
  const demands = [
    ...(field.required ? [texts.field.required] : []),
    ...(field.cited ? [texts.field.cited] : []),
    ...(field.deskOnly ? [texts.field.deskOnly] : []),
  ];
  return (
    <>
      <span>
        {texts.field.kind(kind)}
        {list ? (
          <>
            {' '}
            <a href={`#${listAnchor(list)}`}>{list.name}</a>
          </>
        ) : null}
        {target ? (
          <>
            {' '}
            <a href={`#${targetAnchor(target)}`}>{target}</a>
          </>
        ) : null}
        {range === '' ? null : ` ${range}`}
        {pattern ? (
          <>
            {' '}
            <code>{pattern.source}</code>
          </>
        ) : null}
      </span>
      {demands.map((demand) => (
        <b key={demand}>{demand}</b>
      ))}
    </>
  );
}
