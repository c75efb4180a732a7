import { describe } from 'vitest';
import { openDatabase } from '../../local/database.ts';
import { storeSuite } from './suite.ts';

describe('the store on dynalite', () => storeSuite(openDatabase));
