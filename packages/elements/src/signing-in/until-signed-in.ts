/** Gives what was asked; when the session is over nothing comes, since the reader comes in again and then all is asked anew. */
export async function untilSignedIn<Answer>(asked: PromiseLike<Answer>, hasEnded: (error: unknown) => boolean): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (!hasEnded(error)) throw error;
    return new Promise<never>(() => {});
  }
}
