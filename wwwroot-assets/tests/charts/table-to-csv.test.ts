import { array, assert as check, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tableToCsv } from '../../js/charts/table-to-csv';

const byteOrderMark = '\uFEFF';

function csvOf(html: string): string {
  document.body.innerHTML = `<table>${html}</table>`;
  const csv = tableToCsv(document.querySelector('table')!);
  expect(csv.startsWith(byteOrderMark)).toBe(true);
  return csv.slice(1);
}

/** One field, read as RFC 4180 says. */
const parse = (field: string): string => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);

describe('tableToCsv', () => {
  test('rows of head, body and foot: are lines that end in CR LF, in the order of the page', () => {
    expect(csvOf('<thead><tr><th>A<th>B<tbody><tr><td>1<td>2<tr><td>3<td>4<tfoot><tr><td>5<td>6')).toBe('A,B\r\n1,2\r\n3,4\r\n5,6\r\n');
  });

  test('text over several lines and around a drawing: is one line without the text of the drawing', () => {
    expect(csvOf('<tr><td>  two\n  <b>words</b> <svg><title>not this</title></svg> here ')).toBe('two words here\r\n');
  });

  test('data-value: stands for the text', () => {
    expect(csvOf('<tr><td data-value="-0.5">−½<td data-value="">nothing')).toBe('-0.5,\r\n');
  });

  describe('column with several numbers', () => {
    const head = '<thead><tr><th>Name<th data-columns="accuracy;n">CNN';

    test('has a column for each, named after the header and the number', () => {
      expect(csvOf(`${head}<tbody><tr><td>a<td data-values="0.97;120">97 % of 120`)).toBe('Name,CNN accuracy,CNN n\r\na,0.97,120\r\n');
    });

    test('numbers that are not known: are empty fields', () => {
      expect(csvOf(`${head}<tbody><tr><td>a<td data-values="">none yet<tr><td>b<td data-values=";3">?`)).toBe(
        'Name,CNN accuracy,CNN n\r\na,,\r\nb,,3\r\n',
      );
    });

    test('cell without numbers: has its text in the first column', () => {
      expect(csvOf(`${head}<tbody><tr><td>a<td>unknown`)).toContain('\r\na,unknown,\r\n');
    });
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['@cmd', "'@cmd"],
    ['-none', "'-none"],
    ['+a', "'+a"],
    ['-0.5', '-0.5'],
    ['+1e-3', '+1e-3'],
    ['-.5', '-.5'],
    ['1=1', '1=1'],
    ['-1+2', "'-1+2"],
  ])('%s, which could be a formula: is written as %s', (text, field) => {
    expect(csvOf(`<tr><td>${text}`)).toBe(`${field}\r\n`);
  });

  test('any text: a program that reads CSV gets it back, with an apostrophe at most', () => {
    const awkward = string({
      unit: oneof(constantFrom('"', ',', '\r', '\n', '\t', "'", '=', ' '), string({ minLength: 1, maxLength: 1 })),
      maxLength: 12,
    });
    check(
      property(awkward, text => {
        document.body.innerHTML = '<table><tr><td>';
        document.querySelector('td')!.dataset.value = text;
        const field = tableToCsv(document.querySelector('table')!).slice(1, -2);

        expect([text, `'${text}`]).toContain(parse(field));
        if (!field.startsWith('"')) expect(field).not.toMatch(/[",\r\n]/);
      }),
    );
  });

  test('any cells: keep their number and order', () => {
    check(
      property(array(array(constantFrom('a,b', '"', 'x', '1'), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), rows => {
        document.body.innerHTML = '<table></table>';
        const table = document.querySelector('table')!;
        for (const row of rows) row.reduce((tr, text) => (tr.insertCell().append(text), tr), table.insertRow());
        const lines = tableToCsv(table).slice(1).trimEnd().split('\r\n');

        expect(lines.map(line => (line.match(/"(?:[^"]|"")*"|[^,]+/g) ?? []).map(parse))).toEqual(rows);
      }),
    );
  });
});
