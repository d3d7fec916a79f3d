// Nothing breaks: what the client asks for is read on the wire.
import { readRequestsOf } from "./sends.scenario-parts.ts";

export default readRequestsOf("platformatic-sends.ts");
