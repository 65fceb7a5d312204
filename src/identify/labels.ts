/** The labels of the sequence model, in the order of its weights. */
export const spokenOrigins = ['english', 'mandarin', 'interpretation'] as const
