import { beforeAll, beforeEach, expect, test } from 'vitest';
import { closeSheetOnChoice } from '../js/menu';

beforeAll(closeSheetOnChoice);

beforeEach(() => {
  document.body.innerHTML = '<section popover><input type="radio" name="who" /><input type="radio" name="who" /></section>';
  sheet().showPopover();
});

const sheet = (): HTMLElement => document.querySelector('section')!;
const choose = (detail: number): unknown =>
  document.querySelector('input')!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));

test('Open sheet, a contestant is tapped: is chosen, and the sheet closes', () => {
  choose(1);

  expect(document.querySelector('input')!.checked).toBe(true);
  expect(sheet().matches(':popover-open')).toBe(false);
});

test('Open sheet, an arrow key passes a contestant by: stays open', () => {
  choose(0);

  expect(sheet().matches(':popover-open')).toBe(true);
});
