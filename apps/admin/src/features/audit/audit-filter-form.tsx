import type { AuditQuery } from '../../generated/desk/graphql.ts';
import styles from './audit.module.css';
import { type AuditFilters, auditKinds, isFiltered } from './audit-filters.ts';
import { texts } from './texts.ts';

interface AuditFilterFormProps {
  readonly filters: AuditFilters;
  readonly staff: AuditQuery['staff'];
}

/** The form that filters the audit trail by person, kind, object and day. It works without scripts. */
export function AuditFilterForm({ filters, staff }: AuditFilterFormProps) {
  return (
    <form action="/desk/audit" method="get" className={styles.form} aria-label={texts.filter.label}>
      <div>
        <label htmlFor="filter-person">{texts.filter.person}</label>
        <select id="filter-person" name="person" defaultValue={filters.person}>
          <option value="">{texts.filter.anyone}</option>
          {staff.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="filter-kind">{texts.filter.kind}</label>
        <select id="filter-kind" name="kind" defaultValue={filters.kind}>
          <option value="">{texts.filter.anyKind}</option>
          {auditKinds.map((kind) => (
            <option key={kind} value={kind}>
              {texts.kinds[kind].label}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="filter-object">{texts.filter.object}</label>
        <input
          type="text"
          id="filter-object"
          name="object"
          defaultValue={filters.object}
          maxLength={200}
          autoComplete="off"
        />
      </div>
      <div>
        <label htmlFor="filter-day">{texts.filter.day}</label>
        <input type="date" id="filter-day" name="day" defaultValue={filters.day} />
      </div>
      <button type="submit">{texts.filter.apply}</button>
      {isFiltered(filters) ? <a href="/desk/audit">{texts.filter.clear}</a> : null}
    </form>
  );
}
