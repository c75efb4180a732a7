import type { Schema } from './schema.ts';

/**
 * A section's button and an actions block's are one and the same schema. Ajv writes code for every mention,
 * and took two seconds over ours; with each object defined once and referred to, a tenth of one.
 */
export function hoist(root: Schema): Schema {
  const names = new Map<string, string>();
  const definitions: Record<string, unknown> = {};

  const inside = (schema: object): object =>
    Array.isArray(schema)
      ? schema.map(walk)
      : Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, walk(value)]));

  /** Objects with a source are those worth a definition: text objects, elements, blocks. */
  function walk(schema: unknown): unknown {
    if (typeof schema !== 'object' || schema === null) return schema;
    if (!('$comment' in schema)) return inside(schema);
    const text = JSON.stringify(schema);
    const name = names.get(text) ?? `${names.size}`;
    if (!names.has(text)) {
      names.set(text, name);
      definitions[name] = inside(schema);
    }
    return { $ref: `#/definitions/${name}` };
  }

  return { ...inside(root), definitions };
}
