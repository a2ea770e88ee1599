import {expect} from '@open-wc/testing';
import {optionLabel} from './option-label.ts';

const labelOf = (key: string, value: string) => optionLabel({value, count: 1, isChosen: false}, key, 'nl');

it('the same value is told in the words of its filter, a language by its name, and a word of somebody’s own readably', () => {
  expect([labelOf('theme', 'children'), labelOf('skill', 'children')]).to.deep.equal(['Kinderen', 'Omgaan met kinderen']);
  expect(labelOf('language', 'tr')).to.equal('Turks');
  expect([labelOf('theme', 'street-art'), labelOf('area', 'oude-haven')]).to.deep.equal(['Street art', 'Oude haven']);
});
