// Nothing breaks: the Warehouse is stopped, and started again.
import { oneProgram } from "../symptoms/one-program.scenario-parts.ts";

export default oneProgram("stop-in-a-batch.ts");
