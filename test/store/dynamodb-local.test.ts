import { describe } from 'vitest';
import { hasJava, openDynamoDbLocal } from './dynamodb-local.ts';
import { storeSuite } from './suite.ts';

describe.runIf(hasJava)("the store on Amazon's DynamoDB Local", () => storeSuite(openDynamoDbLocal));
