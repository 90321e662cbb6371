import { collectionPath } from '../../addresses/collections.ts';
import { address, type View } from '../../addresses/view.ts';
import { queryRegister } from '../../endpoints/query-register.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import { OrganizationOrgansDocument } from '../../generated/register/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { ListedValues } from '../dyad/listed-values.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import { MembershipGroups } from '../memberships/membership-groups.tsx';
import styles from './organization.module.css';
import { texts } from './texts.ts';

/** The memberships in an organization, with their readings on the day of the page, and its organs. */
export function OrganizationExtra({ id, view }: { id: string; view: View }) {
  return (
    <>
      <MembershipGroups shared={{ end: 'organization', id }} view={view} />
      <Organs id={id} view={view} />
    </>
  );
}

async function Organs({ id, view }: { id: string; view: View }) {
  const answer = await queryRegister(OrganizationOrgansDocument, { id }, view);
  if (!answer.ok) return <Notice tone="warning">{answer.refusal.message}</Notice>;
  const organs = answer.data.organization?.organs;
  if (!organs || organs.totalCount === 0) return null;
  return (
    <Section id="organs-of" title={texts.organs} count={organs.totalCount}>
      <ul>
        {organs.nodes.map((organ) => (
          <li key={organ.id} className={styles.organ}>
            <FactLink fact={organ} view={view} />{' '}
            <ListedValues type="Organization" field="organizationType" value={organ.organizationType} />
          </li>
        ))}
      </ul>
      <MoreNote
        shownCount={organs.nodes.length}
        totalCount={organs.totalCount}
        href={address(collectionPath('Organization'), view, { parent: id })}
      />
    </Section>
  );
}
