/** Input that cannot be read as a transcript; its message is one sentence that says what to do. */
export class ReadError extends Error {
  override readonly name = 'ReadError'
}
