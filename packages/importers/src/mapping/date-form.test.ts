import { describe, expect, it } from '@jest/globals';
import { dateReaderOf } from './date-form.ts';

const read = (form: string | string[], text: string) => dateReaderOf(form)?.(text);

describe('dates of a table', () => {
  const accepted: [form: string | string[], text: string, edtf: string][] = [
    ['TYPED', 'autumn 2019', '2019-23'],
    ['TYPED', '4.3.1932', '1932-03-04'],
    ['TYPED', '4 March 1932', '1932-03-04'],
    ['TYPED', 'c. 2016', '2016~'],
    ['EXCEL', '1', '1900-01-01'],
    ['EXCEL', '59', '1900-02-28'],
    ['EXCEL', '61', '1900-03-01'],
    ['EXCEL', '43831', '2020-01-01'],
    ['EXCEL', '43831.75', '2020-01-01'],
    [['D.M.YYYY', 'EXCEL'], '43831', '2020-01-01'],
    [['D.M.YYYY', 'EXCEL'], '4.3.1932', '1932-03-04'],
    [['TYPED', 'EXCEL'], '1932', '1932'],
    // The pattern decides a date that the forms would refuse as ambiguous.
    [['TYPED', 'M/D/YYYY'], '02/09/2019', '2019-02-09'],
    [['D/M/YYYY', 'M/D/YYYY'], '31/12/2019', '2019-12-31'],
  ];
  it.each(accepted)('%s: %s is %s', (form, text, edtf) => {
    expect(read(form, text)).toEqual({ edtf });
  });

  const refused: [form: string | string[], text: string, problem: RegExp][] = [
    ['TYPED', '02/09/2019', /may be 2 September 2019 or 9 February 2019/],
    ['TYPED', '2.9.19', /four digits/],
    ['TYPED', '30 February 1932', /is not a date/],
    ['EDTF', '199', /not a complete year/],
    ['EXCEL', '60', /29 February 1900/],
    ['EXCEL', '1932', /may be the year 1932 or the Excel day number of 1905-04-15/],
    ['EXCEL', '0', /Excel day number from 1/],
    ['EXCEL', '1.1.2020', /Excel day number/],
    [['D/M/YYYY', 'M/D/YYYY'], '02/09/2019', /may be 2019-09-02 or 2019-02-09/],
    [['D.M.YYYY', 'EXCEL'], '30.2.1932', /is not a date: .*February/],
    [['D.M.YYYY', 'EXCEL'], 'soon', /of the forms D\.M\.YYYY, EXCEL/],
  ];
  it.each(refused)('%s: %s is refused', (form, text, problem) => {
    expect(read(form, text)).toEqual({ problem: expect.stringMatching(problem) });
  });

  it('an unknown form has no reader, alone or beside others', () => {
    expect([dateReaderOf('DD.MM'), dateReaderOf(['EDTF', 'whatever'])]).toEqual([undefined, undefined]);
  });
});
