// Nothing breaks but the handler of one event.
import { oneProgram } from "../../symptoms/one-program.scenario-parts.ts";

export default oneProgram("AutoCommitClose.java");
