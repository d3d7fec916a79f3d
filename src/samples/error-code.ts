/** Whether a word is a TypeScript error code as the compiler prints it. */
export function isErrorCode(word: string): boolean {
  return /^TS[1-9]\d{3,4}$/.test(word);
}
