import type { ReactNode } from 'react';
import type { ChangesetLineFragment, DeskHomeQuery } from '../../generated/desk/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { ChangesetList } from './changeset-list.tsx';
import styles from './desk-home.module.css';
import { texts } from './texts.tsx';

const { inbox } = texts;

/** The inbox: the editor's own changesets, those to review and merge (for editors and admins), and recent merges. */
export function DeskHome({ data }: { readonly data: DeskHomeQuery }) {
  const { me, returned, submitted, approved, drafts, underReview, merged } = data;
  const canReview = me?.role === 'EDITOR' || me?.role === 'ADMIN';
  const others = submitted.nodes.filter(({ author }) => author?.id !== me?.id);
  const section = (
    id: string,
    title: string,
    nodes: readonly ChangesetLineFragment[],
    hasMore: boolean,
    emptyText: ReactNode,
  ) => (
    <Section id={id} title={title} {...(nodes.length > 0 && !hasMore ? { count: nodes.length } : {})}>
      {nodes.length > 0 ? (
        <ChangesetList label={title} changesets={nodes} me={me} />
      ) : (
        <p className={styles.nothing}>{emptyText}</p>
      )}
      {hasMore ? <a href="/desk/changesets">{inbox.allChangesets}</a> : null}
    </Section>
  );
  return (
    <div className={styles.home}>
      <h1>{inbox.heading}</h1>
      {returned.nodes.length > 0 ? section('returned', inbox.returned, returned.nodes, returned.hasNextPage, '') : null}
      {canReview
        ? section(
            'to-review',
            inbox.toReview,
            others,
            submitted.hasNextPage,
            submitted.hasNextPage ? inbox.newestAreYours : inbox.nothingToReview,
          )
        : null}
      {canReview
        ? section('to-merge', inbox.toMerge, approved.nodes, approved.hasNextPage, inbox.nothingToMerge)
        : null}
      {section(
        'drafts',
        inbox.drafts,
        drafts.nodes,
        drafts.hasNextPage,
        inbox.noDrafts((exercises) => <a href="/desk/exercises">{exercises}</a>),
      )}
      {section('under-review', inbox.underReview, underReview.nodes, underReview.hasNextPage, inbox.nothingUnderReview)}
      {section('merged', inbox.merged, merged.nodes, merged.hasNextPage, inbox.nothingMerged)}
    </div>
  );
}
