/** Whether this runs in CI, where what cannot be run must not pass silently. */
export const isCi = !["", "false", undefined].includes(process.env["CI"]);
