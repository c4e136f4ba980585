/** Something only the person who starts Baton can put right. The start prints the message alone, so it says what to do. */
export class StartError extends Error {
  override readonly name = "StartError";
}
