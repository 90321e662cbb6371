/** The texts of the sign-in page and of the set-up page. */
export const texts = {
  name: 'Name',
  email: 'E-mail',
  password: 'Password',
  signIn: {
    pageTitle: 'Sign in',
    heading: 'Sign in to the desk',
    lead: 'The desk is for people who edit the register.',
    foot: 'You need an account to sign in. Ask an admin of the desk for one.',
    submit: 'Sign in',
  },
  setUp: {
    pageTitle: 'Set up Chancery',
    heading: 'Create the first administrator',
    lead: 'Anyone with this link can create the first administrator, who manages the people and settings of the desk.',
    passwordHint: 'At least 12 characters.',
    submit: 'Create administrator',
    incompleteLink: 'The link is incomplete. Copy the whole link from the output of the Chancery server.',
  },
  wrongPassword: 'The e-mail address or the password is wrong. Correct it and try again.',
  unexpectedStatus: (status: number) => `The desk answered with status ${status}. Try again later.`,
} as const;
