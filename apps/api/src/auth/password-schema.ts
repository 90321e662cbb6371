import { z } from 'zod';
import { passwordLength } from './auth.ts';

/** The schema of a new password, with a message for each way in which it can be wrong. */
export const newPasswordSchema = z
  .string('Enter a new password.')
  .min(passwordLength.min, `Enter a new password of at least ${passwordLength.min} characters.`)
  .max(passwordLength.max, `Enter a new password of at most ${passwordLength.max} characters.`);

/** The schema of the current password of a user. */
export const currentPasswordSchema = z
  .string('Enter your current password.')
  .min(1, 'Enter your current password.')
  .max(passwordLength.max, 'The current password is wrong.');
