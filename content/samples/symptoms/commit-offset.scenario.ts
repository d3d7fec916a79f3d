// Nothing breaks: four events are read, and committed in two ways.
import { oneProgram } from "./one-program.scenario-parts.ts";

export default oneProgram("commit-offset.ts");
