/** The texts of the section with the second factor on the page of the own account. */
export const texts = {
  heading: 'Second factor',
  lead: 'With a second factor, signing in takes your password and a code that an app on your phone shows. A stolen password alone is then of no use.',
  required: 'Your second factor is missing',
  requiredText:
    'The desk requires a second factor of admins. Until you turn it on here, you can do what editors can do.',
  off: 'The second factor is off.',
  on: 'The second factor is on.',
  password: 'Your password',
  start: 'Set up second factor',
  qrCode: 'QR code for the authenticator app',
  scan: 'Scan the code below with an authenticator app on your phone, or enter this key in the app:',
  code: 'Code that the app shows',
  confirm: 'Turn on second factor',
  cancel: 'Cancel',
  turnedOff: 'The second factor is off',
  turnedOffText: 'You have been signed out on all other devices.',
  codesHeading: 'Recovery codes',
  codesText:
    'If you lose your phone, each of these codes replaces the app once. Keep them where you keep important papers. They are not shown again.',
  copyCodes: 'Copy codes',
  copied: 'The codes are in the clipboard.',
  codesStored: 'I have stored the codes',
  replace: 'Create new recovery codes',
  replaceHint: 'New recovery codes replace the earlier ones.',
  turnOff: 'Turn off second factor',
  turnOffHint: 'Signing in then takes only your password.',
} as const;
