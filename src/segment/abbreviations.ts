/**
 * Abbreviations written with a full stop, in lower case without it: titles, companies, months, references and
 * units of English business prose, compiled by hand for this project.
 */

/** A name follows: the stop never ends a sentence. */
export const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms messrs mx dr drs prof rev hon gov sen rep pres supt gen col maj capt cmdr lt sgt st mt ft fr'.split(
    ' ',
  ),
)

/** More of the sentence follows: the stop never ends one. */
export const CONNECTING: ReadonlySet<string> = new Set(
  'e.g eg i.e ie vs v cf viz approx est esp incl excl ca resp aka'.split(' '),
)

/** A figure follows; before anything else the stop ends the sentence. */
export const BEFORE_FIGURE: ReadonlySet<string> = new Set(
  'no nos fig figs eq sec secs art arts vol vols ch chap p pp par para sched ex tel ext'.split(' '),
)

/** May end a sentence; the stop ends one only before a word that opens sentences. */
export const ENDING: ReadonlySet<string> = new Set(
  (
    'inc ltd corp co cos llc plc pte pty bhd bros assn dept univ intl mfg natl govt etc et al jr sr esq phd ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ' +
    'a.m p.m u.s u.k u.n e.u u.s.a u.a.e h.k p.r.c d.c ph.d m.d b.a m.b.a ave blvd rd bldg ste yr yrs mo hr hrs min ' +
    'avg max mil bil bn mn mt kg km sq pct qtr fy'
  ).split(' '),
)
