import { rules } from '@chancery/changesets';
import { type InterfaceName, interfaces, type TypeName, typeOf } from '@chancery/codebook';
import { Fragment, type ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { listAnchor, targetAnchor, typeAnchor } from './anchors.ts';
import styles from './codebook.module.css';
import { categories, typesOf, usedLists } from './contents-of.ts';
import { texts } from './texts.tsx';
import { CommonFields, TypeSection } from './type-section.tsx';
import { ValueListSection } from './value-list-section.tsx';

const groups = Object.keys(interfaces) as InterfaceName[];

/** The codebook as a page: all types, fields, value lists and rules, each with an anchor. Needs no scripts. */
export function CodebookPage() {
  const lists = usedLists();
  return (
    // The form for another revision or day leads to the home page: the codebook has neither.
    <Frame pageAddress={{ path: '/', parameters: {} }} view={{}}>
      <article className={styles.page}>
        <header className={styles.head}>
          <h1>{texts.heading}</h1>
          <p className={styles.lead}>{texts.lead}</p>
        </header>
        <nav aria-label={texts.contents} className={styles.contents}>
          {categories.map((category) => (
            <ContentsGroup key={category} id={category} heading={texts.categories[category]}>
              {typesOf(category).map((type) => (
                <li key={type}>
                  <a href={`#${typeAnchor(type)}`}>{texts.type.name(typeOf(type).singular)}</a>
                </li>
              ))}
            </ContentsGroup>
          ))}
          <ContentsGroup id="lists" heading={texts.lists.heading}>
            {lists.map(({ list }) => (
              <li key={list.name}>
                <a href={`#${listAnchor(list)}`}>{list.name}</a>
              </li>
            ))}
          </ContentsGroup>
          <ContentsGroup id="rules" heading={texts.rules.heading}>
            {rules.map(({ code }) => (
              <li key={code}>
                <a href={`#rule-${code}`}>{code}</a>
              </li>
            ))}
          </ContentsGroup>
        </nav>
        <CommonFields />
        {categories.map((category) => (
          <Part key={category} id={category} heading={texts.categories[category]} lead={texts.categoryLeads[category]}>
            {typesOf(category).map((type) => (
              <TypeSection key={type} type={type} />
            ))}
          </Part>
        ))}
        <Part id="groups" heading={texts.groups.heading} lead={texts.groups.lead}>
          <dl className={styles.entries}>
            {groups.map((group) => (
              <div key={group} id={targetAnchor(group)}>
                <dt>{group}</dt>
                <dd>
                  {interfaces[group].description} {texts.type.members(membersOf(group))}
                </dd>
              </div>
            ))}
          </dl>
        </Part>
        <Part id="lists" heading={texts.lists.heading} lead={texts.lists.lead}>
          {lists.map((used) => (
            <ValueListSection key={used.list.name} used={used} />
          ))}
        </Part>
        <Part id="rules" heading={texts.rules.heading} lead={texts.rules.lead}>
          <dl className={styles.entries}>
            {rules.map(({ code, description }) => (
              <div key={code} id={`rule-${code}`}>
                <dt>
                  <code>{code}</code>
                </dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
        </Part>
      </article>
    </Frame>
  );
}

interface PartProps {
  readonly id: string;
  readonly heading: string;
  readonly lead: string;
  readonly children: ReactNode;
}

function Part({ id, heading, lead, children }: PartProps) {
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id}>{heading}</h2>
      <p className={styles.lead}>{lead}</p>
      {children}
    </section>
  );
}

function ContentsGroup({ id, heading, children }: Omit<PartProps, 'lead'>) {
  return (
    <div>
      <p className={styles.contentsHead}>
        <a href={`#${id}`}>{heading}</a>
      </p>
      <ul>{children}</ul>
    </div>
  );
}

function membersOf(group: InterfaceName): ReactNode {
  const { members } = interfaces[group];
  if (members === 'all') return texts.type.allTypes;
  return members.map((type: TypeName, place) => (
    <Fragment key={type}>
      {place > 0 ? texts.separator : null}
      <a href={`#${typeAnchor(type)}`}>{typeOf(type).plural}</a>
    </Fragment>
  ));
}
