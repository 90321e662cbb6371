import { type FactTypeName, typeOf } from '@chancery/codebook';
import { notFound } from 'next/navigation';
import { collectionPath } from '../../addresses/collections.ts';
import { address, type View } from '../../addresses/view.ts';
import { queryRegister, type RevisionLabel } from '../../endpoints/query-register.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import { WhatBecameOfDocument, type WhatBecameOfQuery } from '../../generated/register/graphql.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { Frame } from '../frame/frame.tsx';
import type { PageAddress } from '../frame/page-address.ts';
import styles from './record.module.css';
import { texts } from './texts.tsx';

interface AbsentRecordProps {
  readonly type: FactTypeName;
  readonly id: string;
  readonly pageAddress: PageAddress;
  readonly view: View;
  readonly revision: RevisionLabel;
}

type Node = NonNullable<WhatBecameOfQuery['node']>;

function isTombstone(node: Node): node is Extract<Node, { readonly reason: string }> {
  return 'reason' in node;
}

/**
 * The page for a record or link that the register does not have at the revision of the view. If the fact is retired,
 * shows the reason and its replacement. Responds with 404 if the fact is not retired and the view has no past revision.
 */
export async function AbsentRecord({ type, id, pageAddress, view, revision }: AbsentRecordProps) {
  const answer = await queryRegister(WhatBecameOfDocument, { id }, view);
  const node = answer.ok ? answer.data.node : null;
  if (node && isTombstone(node)) {
    return (
      <Frame pageAddress={pageAddress} view={view} revision={revision}>
        <div className={styles.page}>
          <header className={styles.head}>
            <p className={styles.kind}>{texts.absent.retiredKind(typeOf(type).singular)}</p>
            <h1>
              <s>
                <bdi>{node.label}</bdi>
              </s>
            </h1>
            <p className={styles.marks}>
              <code className={styles.id}>{id}</code>
            </p>
          </header>
          <EmptyMessage title={texts.absent.retired}>
            <p>{texts.absent.reason(node.reason)}</p>
            {node.redirectTo ? <p>{texts.absent.replacedBy(<FactLink fact={node.redirectTo} view={view} />)}</p> : null}
            <p>{texts.absent.viewEarlier(<a href={address('/revisions', view)}>{texts.absent.earlierRevisions}</a>)}</p>
          </EmptyMessage>
        </div>
      </Frame>
    );
  }
  if (view.at === undefined) notFound();
  return (
    <Frame pageAddress={pageAddress} view={view} revision={revision}>
      <div className={styles.page}>
        <h1>{texts.absent.heading(view.at)}</h1>
        <EmptyMessage title={texts.absent.noSuchRecord(view.at, typeOf(type).singular)}>
          <p>
            {texts.absent.alternatives(
              <a href={pageAddress.path}>{texts.absent.latest}</a>,
              <a href={address(collectionPath(type), view)}>{texts.absent.list(typeOf(type).plural, view.at)}</a>,
            )}
          </p>
        </EmptyMessage>
      </div>
    </Frame>
  );
}
