// Nothing breaks but what the program itself does wrong.
import { oneProgram } from "./one-program.scenario-parts.ts";

export default oneProgram("reading.ts");
