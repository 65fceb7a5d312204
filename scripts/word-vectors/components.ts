/** Rounds of the iteration: more change nothing at the precision that is kept. */
const rounds = 60

/**
 * The directions in which rows vary most, the widest first, of length 1 and at right angles: subspace iteration on
 * their products (Golub & Van Loan, "Matrix Computations", 8.2.4). Rows are centred beforehand.
 */
export function principalComponents(rows: readonly Float64Array[], many: number): Float64Array[] {
  const size = rows[0]!.length
  const products = productsOf(rows, size)
  let basis: Float64Array[] = Array.from({ length: many }, (_, index) =>
    new Float64Array(size).fill(1, index, index + 1),
  )
  for (let round = 0; round < rounds; round++)
    basis = atRightAngles(basis.map((vector) => products.map((row) => dot(row, vector))))
  return basis
}

export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

/** A vector of the same direction and of length 1; one of nothing stays so. */
export function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector))
  return length === 0 ? vector : vector.map((value) => value / length)
}

function productsOf(rows: readonly Float64Array[], size: number): Float64Array[] {
  const products = Array.from({ length: size }, () => new Float64Array(size))
  for (const row of rows)
    for (let at = 0; at < size; at++)
      for (let other = 0; other < size; other++) products[at]![other]! += row[at]! * row[other]!
  return products
}

/** By Gram and Schmidt: each less what it shares with those before. */
function atRightAngles(vectors: readonly ArrayLike<number>[]): Float64Array[] {
  const basis: Float64Array[] = []
  for (const vector of vectors) {
    const rest = Float64Array.from(vector)
    for (const known of basis) {
      const share = dot(rest, known)
      for (let at = 0; at < rest.length; at++) rest[at]! -= share * known[at]!
    }
    basis.push(unit(rest))
  }
  return basis
}
