import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeMenuOnNavigation } from '../js/menu';

beforeAll(closeMenuOnNavigation);

beforeEach(() => {
  document.body.innerHTML =
    '<nav id="menu" popover><a href="#charts"><b>Charts</b></a><button></button></nav><a id="outside" href="#x">x</a>';
});

const menu = (): HTMLElement => document.getElementById('menu')!;
const isOpen = (): boolean => menu().matches(':popover-open');

describe('Open menu', () => {
  beforeEach(() => menu().showPopover());

  test('link in it is followed: closes', () => {
    menu().querySelector('b')!.click();

    expect(isOpen()).toBe(false);
  });

  test.each(['#menu button', '#outside'])('%s is clicked: stays open', selector => {
    document.querySelector<HTMLElement>(selector)!.click();

    expect(isOpen()).toBe(true);
  });
});

test('Closed menu, on a wide screen: link in it is followed', () => {
  menu().removeAttribute('popover');
  menu().querySelector('a')!.click();

  expect(location.hash).toBe('#charts');
});
