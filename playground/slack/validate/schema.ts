import type { SchemaObject } from 'ajv';

/** JSON Schema, draft-07. Every object's `$comment` is the page its rules were read from. */
export type Schema = SchemaObject;
export type Properties = Record<string, Schema>;

const docs = (page: string): string => `https://docs.slack.dev/reference/${page}`;

export const bool: Schema = { type: 'boolean' };
export const string = (maxLength: number, minLength = 1): Schema => ({
  type: 'string',
  minLength,
  maxLength,
});
export const anyString: Schema = { type: 'string', minLength: 1 };
export const integer = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum });
export const list = (items: Schema, maxItems: number): Schema => ({
  type: 'array',
  items,
  minItems: 1,
  maxItems,
});
export const oneOfValues = (...values: (string | number)[]): Schema => ({ enum: values });

/** Slack refuses fields that it doesn't know, so every object is closed. */
export const object = (page: string, required: Properties, optional: Properties = {}): Schema => ({
  $comment: docs(page),
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});

/** An object that its `type` tells apart from its siblings. */
export const typed = (
  type: string,
  page: string,
  required: Properties = {},
  optional: Properties = {},
): Schema => object(page, { type: { const: type }, ...required }, optional);

/** Told apart by `type`, so that an error is about the right block and not about all the others too. */
export const byType = (schemas: Schema[]): Schema => ({
  type: 'object',
  discriminator: { propertyName: 'type' },
  oneOf: schemas,
});

/** Ajv's strict mode wants a required property to be declared next to where it is required. */
const having = (...keys: string[]): Schema => ({
  properties: Object.fromEntries(keys.map((key) => [key, true])),
  required: keys,
});

export const atLeastOneOf = (...keys: string[]): Schema => ({ anyOf: keys.map((key) => having(key)) });
export const exactlyOneOf = (a: string, b: string): Schema => ({ ...atLeastOneOf(a, b), not: having(a, b) });
