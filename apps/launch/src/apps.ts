// The programs that the launcher starts, with their arguments and environment: the API, the admin and the import.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DatabaseUrls } from '@chancery/prisma';
import { apiFlags } from './api-flags.ts';
import type { Program } from './child.ts';
import type { Settings } from './env.ts';
import { heapLimit } from './heap-limits.ts';
import { urlOf } from './hosts.ts';
import { sourceFolders } from './source-folders.ts';

/** The API or the admin as a program, with what the launcher needs to wait for it and to restart it. */
export type App = Program & {
  /** How the app signals that it serves: by the IPC message `{ ready: true }`, or by responding at a URL. */
  ready: 'message' | { respondsAt: string };
  /** A URL that the app answers at once. It is restarted when it stops doing so. Not probed if undefined. */
  probe?: string;
  /** Folders to watch: a change restarts the app. */
  watch?: string[];
};

/**
 * What the programs depend on. `root` is the folder of the repository, `urls` are the database URLs. With `reload` the
 * apps run from source and pick up changes. `isRestart` is true when they have served before in this launch, so that
 * the database is prepared.
 */
export type AppsOptions = {
  root: string;
  settings: Settings;
  urls: DatabaseUrls;
  reload: boolean;
  isRestart?: boolean;
};

// One for the whole launch: a program that is restarted must share it with those that were not.
const createdAdminKey = randomBytes(32).toString('base64url');

/** Returns the API and the admin as `npm start` runs them, or with `reload` as `npm run dev` runs them. */
export function appsOf(options: AppsOptions): App[] {
  const adminKey = options.settings.adminKey ?? createdAdminKey;
  return [api(options, adminKey), admin(options, adminKey)];
}

function api({ root, settings, urls, reload, isRestart = false }: AppsOptions, adminKey: string): App {
  const cwd = join(root, 'apps', 'api');
  return {
    name: 'API',
    cwd,
    args: [...apiFlags, ...(reload ? fromSource('main.ts') : [join('dist', 'main.js')])],
    env: {
      ...inheritedEnv(),
      NODE_ENV: reload ? 'development' : 'production',
      ...apiEnv(settings, urls),
      CHANCERY_ADMIN_KEY: adminKey,
      CHANCERY_RESTART: isRestart ? '1' : '0',
      // By default, glibc keeps memory of its own for each of up to 8 threads per core, and more freed memory the
      // larger the blocks were.
      MALLOC_ARENA_MAX: '2',
      MALLOC_TRIM_THRESHOLD_: '131072',
    },
    heap: heapLimit('api'),
    ready: 'message',
    // A debugger may hold the API, so it is not probed during development.
    ...(reload ? {} : { probe: `${urlOf(settings.apiHost, settings.apiPort)}/livez` }),
    ...(reload ? { watch: sourceFolders(root, join('apps', 'api')) } : {}),
  };
}

/**
 * Returns the program that runs an import from the command line. It is part of the API and runs from source. `args` are
 * the arguments of the user.
 */
export function importProgram({
  root,
  settings,
  urls,
  args,
}: Omit<AppsOptions, 'reload'> & { args: readonly string[] }): Program {
  return {
    name: 'import',
    cwd: join(root, 'apps', 'api'),
    args: [...fromSource('import-command.ts'), ...args],
    // File arguments are relative to the user's working directory.
    env: { ...inheritedEnv(), ...apiEnv(settings, urls), INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
  };
}

/**
 * Returns the program that writes one scheduled backup. It is part of the launcher and runs from source. `urls` needs only
 * the owner's URL.
 */
export function backupProgram(settings: Settings, urls: Pick<DatabaseUrls, 'owner'>): Program {
  const { folder, keep, passphrase } = settings.backups;
  return {
    name: 'backup',
    cwd: join(import.meta.dirname, '..'),
    args: fromSource(join('backups', 'scheduled-backup.ts')),
    env: {
      ...inheritedEnv(),
      CHANCERY_URL_OWNER: urls.owner,
      CHANCERY_BACKUP_DIR: folder ?? '',
      CHANCERY_BACKUP_KEEP: String(keep),
      CHANCERY_BACKUP_PASSPHRASE: passphrase ?? '',
    },
  };
}

const fromSource = (file: string) => ['--conditions=source', '--import', 'tsx', join('src', file)];

function apiEnv(settings: Settings, urls: DatabaseUrls): NodeJS.ProcessEnv {
  return {
    API_PORT: String(settings.apiPort),
    API_HOST: settings.apiHost,
    CHANCERY_HOME: settings.home,
    CHANCERY_DEMO: settings.demo ? '1' : '0',
    CHANCERY_ADMIN_ORIGIN: settings.origin,
    // For the age of the newest backup in its metrics.
    CHANCERY_BACKUP_DIR: settings.backups.folder ?? '',
    CHANCERY_URL_OWNER: urls.owner,
    CHANCERY_URL_READER: urls.reader,
    CHANCERY_URL_DESK: urls.desk,
    CHANCERY_URL_WRITER: urls.writer,
  };
}

const drainRequests = pathToFileURL(join(import.meta.dirname, '..', 'boot', 'drain-requests.mjs')).href;

function admin({ root, settings, reload }: AppsOptions, adminKey: string): App {
  const cwd = join(root, 'apps', 'admin');
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const staticFile = `${urlOf(settings.host, settings.port)}/icon.svg`;
  return {
    name: 'admin',
    cwd,
    args: [
      ...(reload ? [] : ['--import', drainRequests]),
      next,
      reload ? 'dev' : 'start',
      '--port',
      String(settings.port),
      '--hostname',
      settings.host,
    ],
    env: {
      ...inheritedEnv(),
      NODE_ENV: reload ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      // drain-requests.mjs stops it.
      ...(reload ? {} : { NEXT_MANUAL_SIG_HANDLE: '1' }),
      PORT: String(settings.port),
      CHANCERY_API_URL: urlOf(settings.apiHost, settings.apiPort),
      CHANCERY_ADMIN_ORIGIN: settings.origin,
      CHANCERY_ADMIN_KEY: adminKey,
    },
    heap: heapLimit('admin'),
    quiet: !reload,
    ready: { respondsAt: staticFile },
    ...(reload ? {} : { probe: staticFile }),
  };
}

// Leaves out DATABASE_URL*: a server gets only the URLs of the logins that it is meant to use. Only the launcher needs the
// passphrase of backups.
function inheritedEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !name.startsWith('DATABASE_URL') && name !== 'CHANCERY_BACKUP_PASSPHRASE',
    ),
  );
}
