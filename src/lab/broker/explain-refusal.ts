/** Says in one line why a broker refused a request, whose reason the client wraps in several errors. */
export function explainRefusal(error: unknown): string {
  return [...new Set(listReasons(error))].join("; ");
}

function listReasons(error: unknown): readonly string[] {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.flatMap(listReasons);
  }
  if (!(error instanceof Error)) return [String(error)];
  const inWords = "serverErrorMessage" in error ? error.serverErrorMessage : undefined;
  return [typeof inWords === "string" && inWords !== "" ? inWords : error.message];
}
