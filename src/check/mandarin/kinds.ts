/** Readings of one kind are weighed alike: those of the tables, compositions of terms, and of dictionary words. */
export type Kind = 'table' | 'composed' | 'dictionary'
