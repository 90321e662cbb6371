import { address, first, type View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../doors/query-register.ts';
import { dayWords } from '../../ui/moment.ts';
import type { Here } from './here.ts';
import styles from './revision-strip.module.css';

interface RevisionStripProps {
  readonly here: Here;
  readonly view: View;
  readonly revision: RevisionLabel | undefined;
  readonly dayNote: string | undefined;
}

/** Says which revision and day the page shows, and lets the reader choose others. */
export function RevisionStrip({ here, view, revision, dayNote }: RevisionStripProps) {
  const isPast = view.at !== undefined || view.on !== undefined;
  return (
    <section aria-label="Revision" className={isPast ? `${styles.strip} ${styles.past}` : styles.strip}>
      <div className={styles.inner}>
        <p className={styles.words}>
          {revision ? <RevisionWords here={here} view={view} revision={revision} dayNote={dayNote} /> : null}
        </p>
        <details className={styles.control}>
          <summary>{isPast ? 'Change revision or day' : 'View a past revision or day'}</summary>
          <ViewForm here={here} view={view} />
        </details>
      </div>
    </section>
  );
}

function RevisionWords({ here, view, revision, dayNote }: RevisionStripProps & { revision: RevisionLabel }) {
  const dated = revision.at ? `, ${dayWords(revision.at)}` : '';
  if (view.at === undefined && view.on === undefined) {
    return (
      <>
        Revision <a href={`/revisions/${revision.number}`}>{revision.number}</a>
        {dated}, the latest
      </>
    );
  }
  return (
    <>
      {view.at === undefined ? null : (
        <>
          You are viewing the register at <strong>revision {revision.number}</strong>
          {dated}.{' '}
        </>
      )}
      {view.on === undefined ? null : (
        <>
          Day: <strong>{dayWords(view.on)}</strong> ({dayNote ?? 'nothing on this page depends on the day'}).{' '}
        </>
      )}
      <a href={address(here.path, {}, withoutView(here))}>Show the latest revision as of today</a>
    </>
  );
}

function ViewForm({ here, view }: Pick<RevisionStripProps, 'here' | 'view'>) {
  return (
    <form action={here.path} method="get" className={styles.form}>
      {Object.entries(withoutView(here)).flatMap(([name, values]) =>
        [values ?? []]
          .flat()
          .map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
      <label>
        Revision
        <input type="number" name="at" min={1} step={1} defaultValue={view.at} placeholder="latest" />
      </label>
      <label>
        Day
        <input type="date" name="on" defaultValue={view.on} />
      </label>
      <button type="submit">Show</button>
      <a href="/revisions">All revisions</a>
    </form>
  );
}

/** Returns the search parameters without the view and without cursors, which are valid for one revision only. */
function withoutView({ parameters }: Here): Record<string, string[]> {
  const others = Object.entries(parameters).filter(([name]) => !['at', 'on', 'after', 'before'].includes(name));
  return Object.fromEntries(others.map(([name, value]) => [name, first(value) ? [value ?? []].flat() : []]));
}
