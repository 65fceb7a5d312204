/** One base form a line, its irregular forms behind it. Left out: forms that are common words themselves. */
const TABLE = `
be am is are was were been being
have has had
do does did done
go goes went gone
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
forecast forecasted
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
lean leant
leap leapt
learn learnt
leave left
lend lent
lie lain
light lit
lose lost
make made
mean meant
meet met
mistake mistook mistaken
overcome overcame
overtake overtook overtaken
pay paid
plead pled
prove proven
rebuild rebuilt
repay repaid
resell resold
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
sew sewn
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
smell smelt
sow sown
speak spoke spoken
speed sped
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
understand understood
undertake undertook undertaken
undergo underwent undergone
uphold upheld
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
withdraw withdrew withdrawn
withhold withheld
withstand withstood
write wrote written
man men
woman women
child children
person people
foot feet
tooth teeth
goose geese
mouse mice
life lives
wife wives
half halves
shelf shelves
knife knives
leaf leaves
loaf loaves
thief thieves
wolf wolves
self selves
analysis analyses
basis bases
crisis crises
hypothesis hypotheses
thesis theses
diagnosis diagnoses
emphasis emphases
criterion criteria
phenomenon phenomena
index indices
matrix matrices
appendix appendices
formula formulae
stimulus stimuli
nucleus nuclei
ox oxen
good better best
bad worse worst
far further farther furthest farthest
little less least
much more most
`

/** English irregular verbs, plurals and comparatives: the form met → the form looked up. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [base, ...forms] = line.split(' ')
      return forms.map((form): [string, string] => [form, base!])
    }),
)
