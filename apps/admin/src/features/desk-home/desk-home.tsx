import type { ReactNode } from 'react';
import type { ChangesetLineFragment, DeskHomeQuery } from '../../generated/desk/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { ChangesetList } from './changeset-list.tsx';
import styles from './desk-home.module.css';

/** What waits for somebody at the desk: what came back, what is to be reviewed and merged, what is being worked on. */
export function DeskHome({ data }: { readonly data: DeskHomeQuery }) {
  const { me, returned, submitted, approved, drafts, underReview, merged } = data;
  const reviews = me?.role === 'EDITOR' || me?.role === 'ADMIN';
  const others = submitted.nodes.filter(({ author }) => author?.id !== me?.id);
  const part = (
    id: string,
    title: string,
    nodes: readonly ChangesetLineFragment[],
    more: boolean,
    nothing: ReactNode,
  ) => (
    <Section id={id} title={title} {...(nodes.length > 0 && !more ? { count: nodes.length } : {})}>
      {nodes.length > 0 ? (
        <ChangesetList label={title} changesets={nodes} me={me} />
      ) : (
        <p className={styles.nothing}>{nothing}</p>
      )}
      {more ? <a href="/desk/changesets">All changesets</a> : null}
    </Section>
  );
  return (
    <div className={styles.home}>
      <h1>Inbox</h1>
      {returned.nodes.length > 0 ? part('returned', 'Returned to you', returned.nodes, returned.hasNextPage, '') : null}
      {reviews
        ? part('to-review', 'Awaiting your review', others, submitted.hasNextPage, 'Nothing waits for your review.')
        : null}
      {reviews
        ? part(
            'to-merge',
            'Approved, to be merged',
            approved.nodes,
            approved.hasNextPage,
            'Nothing waits to be merged.',
          )
        : null}
      {part(
        'drafts',
        'Your drafts',
        drafts.nodes,
        drafts.hasNextPage,
        <>
          You have no draft. Open a record, such as one of the <a href="/desk/exercises">exercises</a>, and change
          something: your first edit opens a changeset.
        </>,
      )}
      {part(
        'under-review',
        'Yours, with the reviewers',
        underReview.nodes,
        underReview.hasNextPage,
        'Nothing of yours waits for anybody. What you submit stands here until it is merged.',
      )}
      {part('merged', 'Recently merged', merged.nodes, merged.hasNextPage, 'Nothing has been merged yet.')}
    </div>
  );
}
