import type { ReactNode } from 'react';
import type { ChangesetLineFragment, DeskHomeQuery } from '../../generated/desk/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { ChangesetList } from './changeset-list.tsx';
import styles from './desk-home.module.css';

/** The inbox: changesets returned to the editor, changesets to review and merge, and the editor's own work. */
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
      {hasMore ? <a href="/desk/changesets">All changesets</a> : null}
    </Section>
  );
  return (
    <div className={styles.home}>
      <h1>Inbox</h1>
      {returned.nodes.length > 0
        ? section('returned', 'Returned to you', returned.nodes, returned.hasNextPage, '')
        : null}
      {canReview
        ? section(
            'to-review',
            'Awaiting your review',
            others,
            submitted.hasNextPage,
            'No changesets are waiting for your review.',
          )
        : null}
      {canReview
        ? section(
            'to-merge',
            'Approved, ready to merge',
            approved.nodes,
            approved.hasNextPage,
            'No changesets are ready to merge.',
          )
        : null}
      {section(
        'drafts',
        'Your drafts',
        drafts.nodes,
        drafts.hasNextPage,
        <>
          You have no drafts. Open a record, such as one of the <a href="/desk/exercises">exercises</a>, and edit it.
          Your first edit opens a changeset.
        </>,
      )}
      {section(
        'under-review',
        'Your changesets in review',
        underReview.nodes,
        underReview.hasNextPage,
        'You have no changesets in review. Changesets that you submit are listed here until they are merged.',
      )}
      {section('merged', 'Recently merged', merged.nodes, merged.hasNextPage, 'Nothing has been merged yet.')}
    </div>
  );
}
