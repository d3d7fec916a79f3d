/** Whether this runs in CI, where a check that cannot be run counts as failed. */
export const isCi = !["", "false", undefined].includes(process.env["CI"]);
