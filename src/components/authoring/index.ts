import CodeBlock from "../../code/CodeBlock.astro";
import Assignment from "./Assignment.astro";
import Caption from "./Caption.astro";
import Choose from "./Choose.astro";
import Doors from "./Doors.astro";
import FactFilter from "./FactFilter.astro";
import Facts from "./Facts.astro";
import Log from "./Log.astro";
import Plate from "./Plate.astro";
import Plot from "./Plot.astro";
import Recorded from "./Recorded.astro";
import Runs from "./Runs.astro";
import Said from "./Said.astro";
import Sequence from "./Sequence.astro";
import Strip from "./Strip.astro";
import Twins from "./Twins.astro";
import Wire from "./Wire.astro";

/** The components that pages use without an import. */
export const authoring = {
  Assignment,
  Caption,
  CodeBlock,
  Choose,
  Doors,
  FactFilter,
  Facts,
  Log,
  Plate,
  Plot,
  Recorded,
  Runs,
  Said,
  Sequence,
  Strip,
  Twins,
  Wire,
};
