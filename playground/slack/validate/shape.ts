import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { hoist } from './hoist.ts';
import type { Schema } from './schema.ts';

/** `pointer` is a JSON pointer into the payload; where a field is missing, to the object that lacks it. */
export type Problem = { pointer: string; message: string };

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).format(0) !== '';
  } catch {
    return false;
  }
}

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  discriminator: true,
  // The errors carry their schema, from which the messages below name the alternatives.
  verbose: true,
  formats: { date: isDate, 'time-zone': isTimeZone, 'not-blank': /\S/ },
});

const listed = (values: unknown[]): string => values.join(', ');

/** What Ajv leaves unsaid: which field, which values. */
const wording: Record<string, (error: ErrorObject) => string> = {
  required: ({ params }) => `missing required field: ${params['missingProperty']}`,
  additionalProperties: ({ params }) => `invalid additional property: ${params['additionalProperty']}`,
  const: ({ params }) => `must be ${params['allowedValue']}`,
  enum: ({ params }) => `must be one of: ${listed(params['allowedValues'])}`,
  anyOf: ({ schema }) => `needs one of: ${listed((schema as Schema[]).flatMap((each) => each['required']))}`,
  not: ({ schema }) => `only one of: ${listed((schema as Schema)['required'])}`,
};

function typeProblem({ instancePath, params }: ErrorObject): Problem {
  const type = params['tagValue'];
  return type === undefined
    ? { pointer: instancePath, message: 'missing required field: type' }
    : { pointer: `${instancePath}/type`, message: `unsupported type here: ${type}` };
}

function problemOf(error: ErrorObject): Problem {
  if (error.keyword === 'discriminator') return typeProblem(error);
  const message = wording[error.keyword]?.(error) ?? error.message ?? error.keyword;
  return { pointer: error.instancePath, message };
}

/** An alternative that didn't hold says nothing that the `anyOf` around it doesn't. */
const isAlternative = (error: ErrorObject): boolean => /\/anyOf\/\d+\//.test(error.schemaPath);

/** Compiled at first use: a start of the playground shouldn't wait for it. */
export function shape(schema: Schema): (payload: unknown) => Problem[] {
  let validate: ValidateFunction | undefined;
  return (payload) => {
    validate ??= ajv.compile(hoist(schema));
    if (validate(payload)) return [];
    return (validate.errors ?? []).filter((error) => !isAlternative(error)).map(problemOf);
  };
}
