import type {Block, Inline, LanguageMap} from '@buurtkit/contract';
import type {Nodes, PhrasingContent, RootContent} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';

/** Both languages of a text, parsed. */
export function parseTexts(text: LanguageMap): {nl: Block[]; en?: Block[]} {
  return {nl: parseMarkdown(text.nl), ...(text.en !== undefined && {en: parseMarkdown(text.en)})};
}

/** Markdown (CommonMark) as paragraphs, quotes and lists; what has no place there — headings, HTML, code — stays as its plain words. */
export function parseMarkdown(text: string): Block[] {
  return fromMarkdown(text).children.flatMap(blocksOf);
}

function blocksOf(node: RootContent): Block[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [{type: 'paragraph', content: inlinesOf(node.children)}];
    case 'blockquote':
      return node.children.map((child) => ({type: 'quote', content: [{type: 'text', text: plainText(child)}]}));
    case 'list':
      return [{type: 'list', isOrdered: node.ordered === true, items: node.children.map((item) => item.children.flatMap(contentOf))}];
    case 'html':
    case 'code':
      return [{type: 'paragraph', content: [{type: 'text', text: node.value}]}];
    default:
      return [];
  }
}

function contentOf(node: RootContent): Inline[] {
  return node.type === 'paragraph' ? inlinesOf(node.children) : [{type: 'text', text: plainText(node)}];
}

function inlinesOf(nodes: PhrasingContent[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of nodes.flatMap(inlineOf)) {
    const last = merged.at(-1);
    if (last?.type === 'text' && inline.type === 'text') last.text += inline.text;
    else merged.push({...inline});
  }
  return merged.filter((inline) => inline.text !== '');
}

function inlineOf(node: PhrasingContent): Inline[] {
  if (node.type === 'link' && isSafeLink(node.url)) return [{type: 'link', url: node.url, text: plainText(node)}];
  if (node.type === 'break') return [{type: 'text', text: '\n'}];
  if ('children' in node) return node.children.flatMap((child) => inlineOf(child));
  return [{type: 'text', text: plainText(node)}];
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('children' in node) return node.children.map((child) => plainText(child)).join('');
  return 'alt' in node ? (node.alt ?? '') : '';
}

/** A script in a link is no link: only addresses that a reader can follow safely. */
function isSafeLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(url);
}
