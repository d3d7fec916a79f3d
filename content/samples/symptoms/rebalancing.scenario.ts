// Nothing breaks: a second member joins.
import { oneProgram } from "./one-program.scenario-parts.ts";

export default oneProgram("rebalancing.ts");
