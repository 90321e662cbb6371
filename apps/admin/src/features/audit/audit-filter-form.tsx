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
      <label>
        <span>{texts.filter.person}</span>
        <select name="person" defaultValue={filters.person}>
          <option value="">{texts.filter.anyone}</option>
          {staff.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{texts.filter.kind}</span>
        <select name="kind" defaultValue={filters.kind}>
          <option value="">{texts.filter.anyKind}</option>
          {auditKinds.map((kind) => (
            <option key={kind} value={kind}>
              {texts.kinds[kind].label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{texts.filter.object}</span>
        <input type="text" name="object" defaultValue={filters.object} maxLength={200} autoComplete="off" />
      </label>
      <label>
        <span>{texts.filter.day}</span>
        <input type="date" name="day" defaultValue={filters.day} />
      </label>
      <button type="submit">{texts.filter.apply}</button>
      {isFiltered(filters) ? <a href="/desk/audit">{texts.filter.clear}</a> : null}
    </form>
  );
}
