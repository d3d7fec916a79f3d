// Nothing breaks: a second member takes the first one's name.
import { oneProgram } from "../../symptoms/one-program.scenario-parts.ts";

export default oneProgram("FenceMember.java");
