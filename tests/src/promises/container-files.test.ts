// The container files are not built here, so their steps are compared with what they run, and the health check is run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '@chancery/settings';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { openEmptyApi } from '../support/api.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
const instructions = read('Containerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [name = '', ...words] = line.split(' ');
    return { name, text: words.join(' ') };
  });
const textsOf = (name: string) => instructions.filter((line) => line.name === name).map(({ text }) => text);
const isSetting = (name: string) => Object.keys(settings.shape).includes(name);
/** True for an image that is named without the host of a registry. */
const isWithoutHost = (image: string) => /^[\w-]+:[\w.-]+$/.test(image);

const composeFile = z
  .object({
    services: z.object({
      chancery: z.object({
        build: z.object({ dockerfile: z.string() }),
        environment: z.record(z.string(), z.union([z.string(), z.number()])),
        volumes: z.array(z.string()),
        tmpfs: z.array(z.string()),
        read_only: z.boolean(),
      }),
      postgres: z.object({ image: z.string(), profiles: z.array(z.string()) }),
    }),
  })
  .parse(parse(read('compose.yaml')));

describe('the Containerfile', () => {
  it('installs, builds and installs again with commands that exist', () => {
    const commands = textsOf('RUN').flatMap((text) => text.split(' && '));
    expect(commands.slice(0, 3)).toEqual(['npm ci', 'npm run build', 'npm ci --omit=dev']);
    for (const [, script = ''] of commands.flatMap((command) => [...command.matchAll(/^npm run (\S+)/g)]))
      expect(Object.keys(scripts)).toContain(script);
    expect(existsSync(join(root, 'package-lock.json'))).toBe(true);
  });

  it('starts with the command of npm start, as a user other than root', () => {
    const [command = ''] = textsOf('CMD');
    const words = z.array(z.string()).parse(JSON.parse(command));
    expect(`exec ${words.join(' ')}`).toBe(scripts.start);
    expect(textsOf('USER')).toEqual(['node']);
  });

  it('names settings that exist and accept its values, and base images without a host', () => {
    const values = Object.fromEntries(
      textsOf('ENV')
        .map((text) => text.split('='))
        .filter(([name]) => name !== 'NODE_ENV'),
    );
    expect(Object.keys(values).filter((name) => !isSetting(name))).toEqual([]);
    expect(settings.safeParse(values).error).toBeUndefined();
    expect(values).toMatchObject({ HOST: '0.0.0.0', CHANCERY_HOME: '/data' });
    expect(textsOf('VOLUME')).toEqual(['/data']);
    const images = textsOf('FROM').map((text) => text.split(' ')[0] ?? '');
    expect(images.filter((image) => !isWithoutHost(image))).toEqual([]);
    expect(textsOf('EXPOSE')).toEqual([String(settings.parse({}).PORT)]);
  });

  it('has a health check that passes only while the API is ready', async () => {
    const [check = ''] = textsOf('HEALTHCHECK');
    const [program, ...args] = z.array(z.string()).parse(JSON.parse(check.slice(check.indexOf('['))));
    expect(program).toBe('node');
    const run = async (port: string): Promise<unknown> => {
      const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, API_PORT: port } });
      const [code] = await once(child, 'exit');
      return code;
    };
    const { url, close } = await openEmptyApi();
    const { port } = new URL(url);
    try {
      expect(await run(port)).toBe(0);
    } finally {
      await close();
    }
    expect(await run(port)).toBe(1);
  }, 60_000);
});

describe('compose.yaml', () => {
  const { chancery, postgres } = composeFile.services;

  it('names settings that exist, and the Containerfile', () => {
    expect(Object.keys(chancery.environment).filter((name) => !isSetting(name))).toEqual([]);
    expect(existsSync(join(root, chancery.build.dockerfile))).toBe(true);
  });

  it('has a read-only root file system with one volume, and mounts what the Containerfile makes writable', () => {
    expect(chancery.read_only).toBe(true);
    expect(chancery.volumes).toEqual([`data:${textsOf('VOLUME').join()}`]);
    const [writable = ''] = textsOf('RUN').filter((text) => text.includes('chown node:node'));
    for (const folder of chancery.tmpfs.filter((path) => path !== '/tmp'))
      expect(writable).toContain(folder.replace('/chancery/', ''));
  });

  it('adds Postgres only on request, from an image without a host', () => {
    expect(postgres.profiles).toEqual(['postgres']);
    expect(isWithoutHost(postgres.image)).toBe(true);
  });
});
