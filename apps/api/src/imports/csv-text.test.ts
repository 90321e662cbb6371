import { expect, test } from '@jest/globals';
import { csvText } from './csv-text.ts';

test.each([
  [['states.csv', 2, null, ''], 'states.csv,2,,'],
  [[' as it is ', 'É'], ' as it is ,É'],
  [['Pontus, Republic of', 'the "Great"'], '"Pontus, Republic of","the ""Great"""'],
  [['one\ntwo', 'one\rtwo', 'one\r\ntwo'], '"one\ntwo","one\rtwo","one\r\ntwo"'],
  [['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1'], `'=1+1,'+1,'-1,'@x,'\tx,"'\rx",'＝1`],
  [['a=1', '1-1'], 'a=1,1-1'],
])('%j becomes %j', (row, line) => {
  expect(csvText([row])).toBe(`${line}\r\n`);
});
