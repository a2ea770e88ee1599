import * as z from 'zod/mini';
import {accessibilityAnswers, valuesOf} from './vocabularies.ts';

const accessSchema = z.optional(z.enum(valuesOf(accessibilityAnswers)));

export const accessibilitySchema = z
  .strictObject({stepFree: accessSchema, toilet: accessSchema, hearingLoop: accessSchema, parking: accessSchema, quiet: accessSchema})
  .register(z.globalRegistry, {
    id: 'Accessibility',
    description: 'What a visitor can count on; what is left out nobody told us.',
    examples: [{stepFree: 'yes'}],
  });
