// The only broker is killed: the same for kafkajs.
import original from "./nobody-answers.scenario.ts";

export default {
  ...original,
  programs: { orders: { file: "nobody-answers.kafkajs.ts" } },
};
