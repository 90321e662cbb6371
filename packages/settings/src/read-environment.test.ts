import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readEnvironment } from './read-environment.ts';
import { settings } from './settings.ts';

describe('readEnvironment', () => {
  it('treats an empty variable as not set', () => {
    expect(readEnvironment(settings.pick({ PORT: true, DATABASE_URL: true }), { PORT: '', DATABASE_URL: '' })).toEqual({
      data: { PORT: 3000 },
    });
  });

  it('ignores variables that are not settings', () => {
    expect(readEnvironment(z.object({ ONE: z.string() }), { ONE: '1', TWO: '2' })).toEqual({ data: { ONE: '1' } });
  });

  it('reports one line for each wrong setting, without the text of secrets', () => {
    const read = readEnvironment(settings, {
      PORT: '80a',
      CHANCERY_LOG: 'loud',
      CHANCERY_SECRET: 'canary',
      DATABASE_URL: 'mysql://user:canary@host/database',
    });
    expect(read).toEqual({
      errors: [
        'PORT must be a whole number from 1 to 65535, not 80a',
        'DATABASE_URL must look like postgresql://user:password@host:5432/database',
        'CHANCERY_SECRET must have at least 32 characters',
        'CHANCERY_LOG must be fatal, error, warn, info or debug, not loud',
      ],
    });
  });
});
