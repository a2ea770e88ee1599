/** All nodes of a type in a syntax tree (ESTree), outer ones first. */
export function findNodes<Found>(tree: unknown, type: string): Found[] {
  if (Array.isArray(tree)) return tree.flatMap((node) => findNodes<Found>(node, type));
  if (typeof tree !== 'object' || tree === null) return [];
  const own = 'type' in tree && tree.type === type ? [tree as Found] : [];
  return [...own, ...Object.values(tree).flatMap((node) => findNodes<Found>(node, type))];
}
