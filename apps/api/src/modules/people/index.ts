import { me } from './me.ts';
import { roles } from './roles.ts';
import { settings } from './settings.ts';
import { staff } from './staff.ts';

/** The modules on users, their roles and the settings of the desk. */
export const peopleModules = [roles, me, staff, settings] as const;
