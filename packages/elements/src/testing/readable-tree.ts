/** What a screen reader finds in a component, one line per thing, as text that a person can read. */
export function readableTree(host: Element): string {
  return childrenOf(host.shadowRoot ?? host)
    .flatMap((node) => linesOf(node, 0))
    .join('\n');
}

const roles: Record<string, string> = {
  A: 'link',
  ARTICLE: 'article',
  BLOCKQUOTE: 'quote',
  BUTTON: 'button',
  DD: 'definition',
  DT: 'term',
  FIELDSET: 'group',
  LI: 'item',
  OL: 'list',
  SECTION: 'region',
  UL: 'list',
};

function childrenOf(node: Node): Node[] {
  return node instanceof HTMLSlotElement ? node.assignedNodes() : [...node.childNodes];
}

function linesOf(node: Node, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (node instanceof Text) return node.data.trim() ? [`${indent}${tidy(node.data)}`] : [];
  if (!(node instanceof Element) || isHidden(node)) return [];
  const below = (deeper: number) => childrenOf(node).flatMap((child) => linesOf(child, deeper));
  const role = node.getAttribute('role') ?? roles[node.tagName] ?? (/^H[1-6]$/.test(node.tagName) ? `heading ${node.tagName[1]}` : null);
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) return [`${indent}${fieldOf(node)}`];
  if (node instanceof HTMLSelectElement) return [`${indent}${choiceOf(node)}`];
  if (node.tagName === 'LABEL' && node.querySelector('select')) return [...node.children].flatMap((child) => linesOf(child, depth));
  if (!role) return node.tagName === 'LABEL' && node.querySelector('input') ? labelled(node, indent) : below(depth);
  const name = nameOf(node);
  const states = statesOf(node);
  if (['link', 'button', 'option', 'term', 'definition'].includes(role) || role.startsWith('heading'))
    return [`${indent}${role} “${name}”${states}`];
  return [`${indent}${role}${node.hasAttribute('aria-label') || role === 'group' ? ` “${name}”` : ''}${states}`, ...below(depth + 1)];
}

function isHidden(element: Element): boolean {
  if (element.getAttribute('aria-hidden') === 'true' || element.tagName === 'LEGEND') return true;
  const {display, visibility} = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
}

function fieldOf(input: HTMLInputElement | HTMLTextAreaElement): string {
  const role = input.getAttribute('role') ?? (input.type === 'search' ? 'search field' : input.type);
  const states = input.role === 'combobox' ? statesOf(input) : '';
  return `${role} “${tidy(input.labels?.[0]?.textContent ?? '')}”${input.value ? ` with “${input.value}”` : ''}${states}${answerStatesOf(input)}`;
}

function choiceOf(select: HTMLSelectElement): string {
  const around = [...(select.labels[0]?.childNodes ?? [])].filter((node) => node instanceof Text).map(({data}) => data);
  const name = select.getAttribute('aria-label') ?? around.join(' ');
  return `choice “${tidy(name)}” with “${select.selectedOptions[0]?.label}”, one of ${select.length}${answerStatesOf(select)}`;
}

function answerStatesOf(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): string {
  return `${control.required ? ', needed' : ''}${control.ariaInvalid === 'true' ? ', wrong' : ''}`;
}

function labelled(label: Element, indent: string): string[] {
  const input = label.querySelector('input')!;
  return [`${indent}${input.type} “${tidy(label.textContent)}”${input.checked ? ', checked' : ''}`];
}

function nameOf(element: Element): string {
  const legend = element instanceof HTMLFieldSetElement ? element.querySelector('legend')?.textContent : null;
  return tidy(element.getAttribute('aria-label') ?? legend ?? element.textContent);
}

function statesOf(element: Element): string {
  const states = [
    element.getAttribute('aria-expanded') === 'true' && 'open',
    element.getAttribute('aria-expanded') === 'false' && 'closed',
    element.getAttribute('aria-pressed') === 'true' && 'pressed',
    element.getAttribute('aria-pressed') === 'false' && 'not pressed',
    element.getAttribute('aria-current') === 'true' && 'chosen',
    element.getAttribute('aria-selected') === 'true' && 'chosen',
    element.getAttribute('aria-disabled') === 'true' && 'not now',
    (element.getRootNode() as ShadowRoot).activeElement === element && 'has the focus',
  ].filter(Boolean);
  return states.map((state) => `, ${state}`).join('');
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
