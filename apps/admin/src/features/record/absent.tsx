import { type FactTypeName, typeOf } from '@chancery/codebook';
import { collectionPath } from '../../addresses/collections.ts';
import { address, type View } from '../../addresses/view.ts';
import { setStatus } from '../../edge/set-status.ts';
import type { RevisionLabel } from '../../endpoints/query-register.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { NotFoundPage } from '../errors/not-found-page.tsx';
import { texts as errorTexts } from '../errors/texts.tsx';
import { Frame } from '../frame/frame.tsx';
import type { PageAddress } from '../frame/page-address.ts';
import { dayOf } from '../organization/day-of.ts';
import { loadRecord } from './load-record.ts';
import { loadTombstone } from './load-tombstone.ts';
import styles from './record.module.css';
import { texts } from './texts.tsx';

interface AbsentRecordProps {
  readonly type: FactTypeName;
  readonly id: string;
  readonly pageAddress: PageAddress;
  readonly view: View;
  readonly revision: RevisionLabel;
}

/**
 * The page for a record or link that the register does not have at the revision of the view. If the fact is retired,
 * shows the reason, its replacement, and how to
 * cite it as it stood before. Responds with 404 if the fact is not retired.
 */
export async function AbsentRecord({ type, id, pageAddress, view, revision }: AbsentRecordProps) {
  const tombstone = await loadTombstone(id, view.at, view.on);
  if (tombstone) {
    const lastView = { ...view, at: tombstone.revision - 1 };
    const [stood] = await loadRecord(type, id, lastView);
    return (
      <Frame
        pageAddress={pageAddress}
        view={view}
        revision={revision}
        citedRevision={stood.ok ? stood.revision : undefined}
        cited={
          stood.ok && stood.data.record
            ? { title: stood.data.record.label, id, day: dayOf(lastView, stood.revision) }
            : undefined
        }
      >
        <div className={styles.page}>
          <header className={styles.head}>
            <p className={styles.kind}>{texts.absent.retiredKind(typeOf(type).singular)}</p>
            <h1>
              <s>
                <bdi>{tombstone.label}</bdi>
              </s>
            </h1>
            <p className={styles.marks}>
              <code className={styles.id}>{id}</code>
            </p>
          </header>
          <EmptyMessage title={texts.absent.retired}>
            <p>{texts.absent.reason(tombstone.reason)}</p>
            {tombstone.redirectTo ? (
              <p>{texts.absent.replacedBy(<FactLink fact={tombstone.redirectTo} view={view} />)}</p>
            ) : null}
            <p>
              {texts.absent.viewEarlier(
                tombstone.revision,
                <a href={address(pageAddress.path, lastView)}>{texts.absent.asItStood(lastView.at)}</a>,
              )}
            </p>
          </EmptyMessage>
        </div>
      </Frame>
    );
  }
  if (view.at === undefined) return <NotFoundPage title={errorTexts.notFound.noRecord(typeOf(type).singular, id)} />;
  await setStatus(404);
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
