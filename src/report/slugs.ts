/**
 * Every kind of error that this project reports: its cause in one sentence, and how to mend it. An issue or a failure without
 * a row here does not compile. `ERRORS.md` is written from these tables, and a test compares the two.
 */

/** What an author reads of one kind of error, in Markdown. */
export interface ErrorKind {
  readonly cause: string;
  readonly mend: string;
}

/** What can be wrong with content: issues of the one check, each with a place. */
export const ISSUES = {
  "ambiguous-proof": {
    cause: "A proof names a key that its sample prints more than once, with different values.",
    mend: "Quote the whole line in `proof`, or let the sample print the key once.",
  },
  "ambient-declaration": {
    cause:
      "A sample changes what every other sample sees: it declares globals or a module, or refers to types of a package.",
    mend: "Declare a local type or function; import what the sample needs.",
  },
  "bad-alias": {
    cause:
      "A file of aliases has no page beside it, is no list of them, says something twice, or opens a heading that its page does not have.",
    mend: "Write `asks`, `source` and `opens` for each alias, with the id of a heading of the page beside it, or an empty text for its beginning.",
  },
  "bad-attribute": {
    cause: "An element has an attribute whose value it cannot read.",
    mend: "Write the value as the message says: text in quotes, or a literal in braces.",
  },
  "bad-configuration": {
    cause:
      "The samples' `tsconfig.json` has an option that the compiler refuses, or one that makes it less strict.",
    mend: "Correct the option in `content/samples/tsconfig.json` as the message says.",
  },
  "bad-expect": {
    cause: "An expected compiler error is not written as `TS` and a number.",
    mend: "Write `expect=TS2345` in a fence, `// expect: TS2345` in a file.",
  },
  "bad-fact": {
    cause: "A record of a fact, or of a source, does not have the shape of one.",
    mend: "Correct the key that the message names; [CONTRIBUTING.md](CONTRIBUTING.md#a-fact) has a whole record.",
  },
  "bad-front-matter": {
    cause: "Front matter has a key too many or too few, or a value that its key cannot have.",
    mend: "Type the key with a value that the message names; [CONTRIBUTING.md](CONTRIBUTING.md#a-page) has a whole example.",
  },
  "bad-heading": {
    cause: "A heading has no words, or is of the first level, which is the page's title.",
    mend: "Write the heading as `## Words`, or deeper.",
  },
  "bad-name": {
    cause: "A file's name makes no address, or one that belongs to the site itself.",
    mend: "Rename the file as the message says.",
  },
  "bad-navigation": {
    cause: "The navigation is not a plain list of sections.",
    mend: "Write `content/navigation.ts` as a list of sections as the message shows it, without variables and expressions.",
  },
  "bad-note": {
    cause: "A note beside a line of code is not written as a quote and words.",
    mend: "Write a list item as ``- `piece of the line`: what to say``.",
  },
  "bad-props": {
    cause: "A component has an attribute too many or too few, or one with a wrong value.",
    mend: "Type the attribute as the message says; it lists what the component takes.",
  },
  "bad-receipt": {
    cause: "A recorded run cannot be read.",
    mend: "Record the sample again: `npm run verify -- =<id> --update`.",
  },
  "bad-redirect": {
    cause:
      "A line of `content/redirects.txt` is not two addresses, or its old address has a line already.",
    mend: "Type `/old/ /new/#heading`: one redirect a line, each old address once.",
  },
  "broken-anchor": {
    cause: "A link names a heading that its page does not have.",
    mend: "Type one of the anchors that the message lists.",
  },
  "broken-excerpt": {
    cause: "A region does not compile as a module of its own.",
    mend: "Move the region's markers around all that it needs; or write the type of a value where it is declared, since the region knows of the code around it only the declarations.",
  },
  "broken-link": {
    cause: "A link leads to no page and no file of this site.",
    mend: "Type the path of a page, from the site's root.",
  },
  commonjs: {
    cause:
      "A module uses `require`, `module`, `exports`, `__dirname` or `__filename`, which modules do not have.",
    mend: "Type what the message names instead: `import`, `export`, `import.meta.dirname`.",
  },
  "code-on-page": {
    cause: "A page contains an expression, an import or an export.",
    mend: "Move the code into a sample, or write the value itself.",
  },
  "computed-prop": {
    cause: "An attribute of a component is computed, so nothing can check it.",
    mend: "Type the value itself: a text, a number, true, false, a list or an object of these.",
  },
  "crowded-drawing": {
    cause: "A label or a note of a drawing does not fit.",
    mend: "Shorten the label or the note.",
  },
  "crowded-note": {
    cause: "Two notes beside code would cover each other in the margin.",
    mend: "Shorten the upper note, or make one note of the two.",
  },
  "crossed-import": {
    cause: "A sample for browsers imports one for Node, or the other way round.",
    mend: "Import only what is generated, below `gen/`; copy the rest, or move the sample.",
  },
  "dead-anchor": {
    cause:
      "A document elsewhere does not have the anchor that a link or a source names. Only `npm run check -- --external` looks.",
    mend: "Open the document, and type the anchor that it has now.",
  },
  "dead-link": {
    cause:
      "A document elsewhere, which a page or a source links to, is gone. Only `npm run check -- --external` looks.",
    mend: "Find where the document stands now, and change the link, or the `url` of the source.",
  },
  "dead-source": {
    cause: "A source is cited by no fact and no page.",
    mend: "Cite the source, or take it out.",
  },
  "deprecated-call": {
    cause: "A sample calls what its library has deprecated.",
    mend: "Call what the library's own message, or its documentation, names instead.",
  },
  "duplicate-anchor": {
    cause: "Two parts of a page have the same id.",
    mend: "Give the heading another word.",
  },
  "duplicate-id": {
    cause: "Two samples have the same id: they would share a page and a record.",
    mend: "Rename one of the two files.",
  },
  "duplicate-note": {
    cause: "A page defines a note twice.",
    mend: "Give one of the two notes another name, or make one note of them.",
  },
  "duplicate-page": {
    cause: "Two files are the same page: `kafka.mdx` and `kafka/index.mdx`, for example.",
    mend: "Delete or rename one of the two files.",
  },
  "duplicate-region": {
    cause: "A file has two regions of one name.",
    mend: "Give one of the two regions another name.",
  },
  "duplicate-source": {
    cause: "Two sources have one id.",
    mend: "Take one of the two out, or give it another id.",
  },
  "empty-scenario": {
    cause: "A scenario exports nothing.",
    mend: "End the file with `export default { … } satisfies Scenario;`.",
  },
  "fact-differs": {
    cause: "A recorded run says another value than the fact that it proves.",
    mend: "If the run is right, type its value into the record of the fact; if the record is right, mend the sample.",
  },
  "floating-promise": {
    cause: "A promise is neither awaited nor handled.",
    mend: "Write `await` before it, or handle its rejection.",
  },
  format: {
    cause: "A file is not formatted.",
    mend: "Type `npm run format`.",
  },
  "foreign-element": {
    cause:
      "A page writes an HTML element, or an attribute of one, that runs, loads or styles something.",
    mend: "Write it in Markdown, or use a component; code stands in a fence or in a file.",
  },
  "link-in-heading": {
    cause: "A heading contains a link.",
    mend: "Move the link into the text below the heading.",
  },
  lint: {
    cause: "A rule of the linter is broken.",
    mend: "Change the code as the message says; in brackets stands the rule's name, under which the linter, oxlint, documents it.",
  },
  "lone-fact": {
    cause:
      "A fact stands neither in a paragraph nor in a cell, so no note can say where it is from.",
    mend: "Put the fact into a sentence or a cell.",
  },
  "loose-value": {
    cause: "A value on a page is no fact, and no sample of the page has it.",
    mend: 'Type `<Fact id="…" />`, link the sample that says it, or add the example\'s own numbers to `content/story.yaml`.',
  },
  "mdx-syntax": {
    cause: "A page is not MDX.",
    mend: "Correct the page at the place that the parser names; in prose, write `{` and `<` as code.",
  },
  "misplaced-component": {
    cause: "A component stands within a sentence, where only a line of its own works.",
    mend: "Put an empty line above and below the component.",
  },
  "missing-expected-error": {
    cause: "Code that must not compile compiles.",
    mend: "Take the expectation out, or show code that produces the error.",
  },
  "missing-output": {
    cause: "A page asks for the output of a sample that has no recorded run.",
    mend: "Record the sample, or take out the word `output`.",
  },
  "missing-reason": {
    cause: "A block of code that nothing checks does not say why.",
    mend: 'Type `unproven="why"` behind the language, or `typed="tests/…"` for shell lines that a test types.',
  },
  "missing-receipt": {
    cause: "A program has no recorded run.",
    mend: "Type `npm run verify -- =<id> --update`, or `// not run: why` in the sample's header.",
  },
  "missing-title": {
    cause: "A sample's first line does not say what it shows.",
    mend: "Type `// What it shows.` into the first line, as a comment of the file's language.",
  },
  "misused-promise": {
    cause: "A promise stands where a value or a plain function is expected.",
    mend: "Await the promise before the value is used, or wrap the call in a function that handles it.",
  },
  "nested-note": {
    cause: "A note stands inside another block, or refers to another note.",
    mend: "Move the note to the end of the page, to the start of a line.",
  },
  "not-rendered": {
    cause:
      "A page could not be rendered although the check found nothing: a mistake in the site's own code.",
    mend: "Report it, with the page: the check should have found what is wrong.",
  },
  "not-said": {
    cause: "A page quotes words that the sample did not print.",
    mend: "Quote the line as the sample prints it.",
  },
  "not-runnable": {
    cause: "Code compiles, but Node cannot run it once its types are taken out.",
    mend: "Write it without the syntax that the message names: Node has no decorators and no `accessor`.",
  },
  "nothing-to-show": {
    cause: "A region, a fence or a file has no line that could be shown.",
    mend: "Put lines between the markers, or take the block out.",
  },
  "old-fact": {
    cause: "A fact was checked for an older version than the one that runs here.",
    mend: "Check the fact against the version that runs here, then type that version into `holds`.",
  },
  "orphan-receipt": {
    cause: "A recorded run belongs to no sample.",
    mend: "Delete the file that the message names.",
  },
  "orphan-scenario": {
    cause: "A scenario stands beside no sample.",
    mend: "Name the scenario like the sample that it stands beside.",
  },
  "page-listed-twice": {
    cause: "The navigation lists a page twice.",
    mend: "Take the page out of one of its two places.",
  },
  "page-not-in-navigation": {
    cause: "A page has no place in the navigation.",
    mend: "Add the page to a section in `content/navigation.ts`.",
  },
  "proto-error": {
    cause: "A `.proto` file does not compile.",
    mend: "Correct the file at the place that buf names.",
  },
  "redirected-page": {
    cause: "A redirect begins at an address that a page has.",
    mend: "Take the redirect out, or the page.",
  },
  "relative-link": {
    cause: "A link is relative to its page instead of the site's root.",
    mend: "Type the path from the site's root: `/…`.",
  },
  "said-twice": {
    cause:
      "A word of a fence, an attribute or a line of a header is there twice, and only one would count.",
    mend: "Take one of the two out.",
  },
  "split-statement": {
    cause: "A region holds a part of a statement, which cannot be compiled as a module of its own.",
    mend: "Move the region's markers around whole top-level statements.",
  },
  "stale-receipt": {
    cause:
      "A sample, or something that its run depends on, has changed since the run was recorded.",
    mend: "Type `npm run verify -- =<id> --update`, and look at what has changed in the record.",
  },
  "stray-endregion": {
    cause: "A region ends that has not begun.",
    mend: "Type `// #region name` above, or take the marker out.",
  },
  "suppressed-check": {
    cause: "A comment switches a check off.",
    mend: "Mend what the comment hides; to show an error, type `// @ts-expect-error`, or `expect=TS2345` behind the fence's ` ```ts `.",
  },
  "syntax-error": {
    cause: "Code cannot be parsed.",
    mend: "Correct the code at the place that the compiler names. TS1294 is syntax that Node cannot take out with the types: an enum, a namespace, a parameter property.",
  },
  "twin-not-mutual": {
    cause: "A page names a twin that does not name it back.",
    mend: "Name this page as the `twin` of the other one.",
  },
  "type-error": {
    cause: "Code does not compile.",
    mend: "Correct the code; the message is the compiler's own.",
  },
  "unchecked-import": {
    cause: "A sample imports a file that is no sample, so nothing checks it.",
    mend: "Import a sample; move or rename the file, so that it is one.",
  },
  "unclosed-fence": {
    cause: "A fence is never closed.",
    mend: "Where the code ends, type on a line of its own the backticks or tildes that the fence begins with.",
  },
  "unclosed-region": {
    cause: "A region begins and never ends.",
    mend: "Type `// #endregion` below the last line to show.",
  },
  "unknown-attribute": {
    cause: "An element has an attribute that it does not know.",
    mend: "Type one of the attributes that the message lists.",
  },
  "unknown-ending": {
    cause: "A file among the samples has an ending that no sample has.",
    mend: "Let the file's name end in `.ts`, or in an ending that the message lists.",
  },
  "unknown-component": {
    cause: "A page names a component that does not exist.",
    mend: "Type one of the components that the message lists; [CONTRIBUTING.md](CONTRIBUTING.md#a-page) says what each shows.",
  },
  "unknown-event": {
    cause: "A drawing names an event that its run did not record, or not in that order.",
    mend: "Quote the event as the wire file has it, in its order.",
  },
  "unknown-fact": {
    cause: "A page names a fact or a group of facts that nobody has written.",
    mend: "Type the id of a record below `content/facts`, or write the record.",
  },
  "unknown-file": {
    cause: "A page shows a file that is no sample.",
    mend: "Type the path of a file below the section's sample folder, or from `content/samples`.",
  },
  "unknown-header": {
    cause:
      "A comment looks like a line of a sample's header, but is misspelt, or stands below the header.",
    mend: "Type the word as the message spells it, in the comment lines that open the file.",
  },
  "unknown-language": {
    cause: "A fence is in a language that the site cannot show.",
    mend: "Type one of the languages that the message lists.",
  },
  "unknown-line": {
    cause: "A note quotes a piece that no shown line has, or that several have.",
    mend: "Quote a piece that exactly one shown line has.",
  },
  "unknown-meta": {
    cause: "The opening line of a fence has a word that means nothing there.",
    mend: "Type one of the words that the message lists, or take the word out.",
  },
  "unknown-need": {
    cause: "A sample says that it needs a file or a package that is not there.",
    mend: "Type the path of a file from the sample, or the name of an installed package.",
  },
  "unknown-note": {
    cause: "A page refers to a note that it does not have.",
    mend: "Write the note at the end of the page, or take the reference out.",
  },
  "unknown-page": {
    cause: "The navigation names a page that nobody has written.",
    mend: "Write the page, or take its name out of the navigation.",
  },
  "unknown-proof": {
    cause:
      "A fact is proven by a sample without a recorded run, or by a key that its runs neither print nor count.",
    mend: "Type `proof: <id of a sample> <key>`, with the key of a line that the sample prints, or of a count of its scenario.",
  },
  "unknown-region": {
    cause: "A page shows a region that its file does not have.",
    mend: "Type one of the regions that the message lists, or add the markers.",
  },
  "unknown-run": {
    cause: "A page shows a recorded run that does not exist.",
    mend: "Type the id of a sample with such a run, or record it.",
  },
  "unknown-series": {
    cause: "A page plots a series, or a line of one, that no run has recorded.",
    mend: "Type the name of a series or a line that the message lists, or record one: `series` in the scenario.",
  },
  "unknown-setting": {
    cause:
      "A page names, in code, a setting that no fact, no recorded run and no sample of the page has.",
    mend: "Type the setting as its library spells it.",
  },
  "unknown-source": {
    cause: "A page or a fact cites a source that nobody has written down.",
    mend: "Type the id of a source in `content/facts/sources*.yaml`, or write it down there.",
  },
  "unknown-test": {
    cause: "A block of shell lines names a test that is not there.",
    mend: 'Type the path of the test that types the lines, or `unproven="why"`.',
  },
  "unknown-twin": {
    cause: "A page names a twin that is no page.",
    mend: "Type the path of a page below `content/docs`, without `.mdx`.",
  },
  "unnamed-region": {
    cause: "A region has no name.",
    mend: "Type a name behind `#region`.",
  },
  "unproven-fact": {
    cause: "A fact has neither a proof nor a source.",
    mend: "Give the record a `proof` or a `source`; an opinion says `source: ours`.",
  },
  "unreadable-file": {
    cause: "A file of content is no UTF-8 text, or only a link to another file.",
    mend: "Save the file as UTF-8; put the file itself where the link is.",
  },
  "unsafe-type": {
    cause:
      "Code goes round the compiler: with `any`, a cast, `!`, or in a fence with a value whose type is `any`.",
    mend: 'Give the value its type: narrow it, `if (typeof value === "string")`, or say what the function takes.',
  },
  "unshown-fact": {
    cause: "No page shows a fact.",
    mend: 'Show the group on a page of *Defaults*: `<Facts group="…" />`.',
  },
  "unused-name": {
    cause: "A sample declares or imports a name that it does not use.",
    mend: "Use the name, or take it out.",
  },
  "unused-note": {
    cause: "No sentence refers to a note.",
    mend: "Write `[^name]` where the note belongs, or take the note out.",
  },
  "wrong-ending": {
    cause: "A file among the pages does not end in `.mdx`, or one among the facts not in `.yaml`.",
    mend: "Rename the file as the message says, or move it out of the folder.",
  },
  "wrong-expected-error": {
    cause: "Code that must not compile fails with another error than the one it names.",
    mend: "Type the code of the error that the code produces, or show code that produces the expected one.",
  },
  "wrong-run": {
    cause: "A sample's `Run:` line starts another file.",
    mend: "Write the file's own name into its `Run:` line.",
  },
  "yaml-syntax": {
    cause:
      "A file of facts, of sources or of the example, or a page's front matter, is not YAML that is plain data.",
    mend: "Correct the file at the place that the parser names.",
  },
} as const satisfies Readonly<Record<string, ErrorKind>>;

/** What can go wrong in a command or in the lab: failures, which end what was asked for. */
export const FAILURES = {
  "bad-host": {
    cause: "`HOST` is no address of this machine.",
    mend: "Set `HOST` to an address of this machine, to `0.0.0.0` for all of them, or leave it out.",
  },
  "bad-frame": {
    cause: "A peer sent bytes that are no HTTP/2 frame.",
    mend: "Look at the program that sent them: the run fails with `unread-connection`, of which this is the reason.",
  },
  "bad-hpack": {
    cause: "A peer sent headers that cannot be decompressed.",
    mend: "Look at the program that sent them: the run fails with `unread-connection`, of which this is the reason.",
  },
  "bad-kafka": {
    cause: "A peer sent bytes that are no message of Kafka's protocol.",
    mend: "Look at the program that sent them: the run fails with `unread-connection`, of which this is the reason.",
  },
  "bad-message": {
    cause: "A peer sent bytes that are no gRPC message.",
    mend: "Look at the program that sent them: the run fails with `unread-connection`, of which this is the reason.",
  },
  "bad-option": {
    cause: "An option has a value that it cannot take.",
    mend: "Type the option with a value that the message names.",
  },
  "bad-port": {
    cause: "`PORT` is no port.",
    mend: "Set `PORT` to a whole number up to 65535, or leave it out for 4321.",
  },
  "bad-query": {
    cause: "PostgreSQL refuses a query of a scenario.",
    mend: "Correct the query that the message names.",
  },
  "bad-scenario": {
    cause: "A scenario says something that cannot be run.",
    mend: "Change the scenario as the message says; `src/lab/scenario.ts` explains each word.",
  },
  "bad-schema": {
    cause: "A schema of Kafka's protocol cannot be read.",
    mend: "Report it: the jar has a schema that the reader does not know.",
  },
  "broken-counterfactual": {
    cause: "A sample does not compile once the line that its scenario takes out is gone.",
    mend: "Write into `without.instead` what makes the file compile again.",
  },
  "broker-in-docker": {
    cause: "A run would kill a broker in Docker, and with its container all that it keeps.",
    mend: "Install a JDK, 17 or newer, and Maven: the lab then starts brokers of its own.",
  },
  "broker-borrowed": {
    cause: "A run would kill a broker of the cluster in `KAFKA_BOOTSTRAP`.",
    mend: "Unset `KAFKA_BOOTSTRAP`, and have a JDK, 17 or newer, and Maven: the lab then starts brokers of its own.",
  },
  "broker-not-started": {
    cause: "A Kafka node ended before it was ready.",
    mend: "Read the node's last lines in the message; its whole log is in the folder that the message names.",
  },
  "build-failed": {
    cause: "The site could not be built.",
    mend: "Mend the errors that are printed above; until then the folder has the last build that was whole.",
  },
  "database-not-started": {
    cause: "PostgreSQL cannot be initialised, or does not start.",
    mend: "Read the lines that it printed, which the message shows.",
  },
  "proxy-not-started": {
    cause: "A proxy of a run does not start, or does not read its configuration again.",
    mend: "Read the lines that it printed, which the message shows.",
  },
  "wheel-changed": {
    cause: "The Python wheel of Envoy that was downloaded is not the one whose hash is committed.",
    mend: "If a new release is meant, write its hash into src/install/install-proxies.ts.",
  },
  "refused-config": {
    cause: "A proxy refuses the configuration that a scenario gives it.",
    mend: "Mend the file at the line that the message names, then type the command again.",
  },
  "fault-missed": {
    cause: "A run was over, and the event that its held point waits for had not come.",
    mend: "Change the held point, in the scenario, to an event that the programs send.",
  },
  "install-failed": {
    cause: "npm could not install the packages.",
    mend: "Read npm's own message above, then type the command again.",
  },
  "jar-changed": {
    cause: "A jar has other bytes than those that are listed.",
    mend: "Delete the jar that the message names; the next run downloads it again.",
  },
  "jars-gone": {
    cause: "Jars that were there a moment ago are gone.",
    mend: "Type the command again.",
  },
  "jars-not-downloaded": {
    cause: "Maven could not download the jars.",
    mend: "See that Maven reaches its repository, or name a mirror in `~/.m2/settings.xml`; then type the command again.",
  },
  "java-error": {
    cause: "A sample in Java does not compile.",
    mend: "Correct the file at the place that javac names.",
  },
  "lockfile-differs": {
    cause:
      "After installing, packages are not those that `package-lock.json` names: it and `package.json` disagree.",
    mend: "Type `npm install`, and commit `package-lock.json`.",
  },
  "lone-scenario": {
    cause: "A scenario stands beside no sample.",
    mend: "Name the scenario like the sample that it stands beside.",
  },
  "no-binary": {
    cause: "The binary of a native client could neither be downloaded nor compiled.",
    mend: "Install what the message names, then type `npm run verify -- --native` again.",
  },
  "no-broker": {
    cause: "No Kafka broker can be started or reached.",
    mend: "Install a JDK, 17 or newer, and Maven; or set `KAFKA_BOOTSTRAP`.",
  },
  "no-free-port": {
    cause: "No port is free on this machine.",
    mend: "End programs that hold ports, then type the command again.",
  },
  "no-java": {
    cause: "No JDK, 17 or newer, is installed, or it lacks a part.",
    mend: "Install a JDK, 17 or newer: a runtime alone has no compiler.",
  },
  "no-leader": {
    cause: "No broker leads a partition.",
    mend: "Type the command again; if it stays so, read the brokers' logs.",
  },
  "no-maven": {
    cause: "Maven is not installed.",
    mend: "Install Maven, then type the command again.",
  },
  "no-node": {
    cause: "This Node is not Node 24, and npm installed none for this platform.",
    mend: "Install Node 24 from https://nodejs.org, then type the command again.",
  },
  "no-process-groups": {
    cause: "This system cannot end a group of processes.",
    mend: "Type the command on Linux or macOS, or inside WSL.",
  },
  "no-project": {
    cause: "A sample in Java belongs to no Maven project.",
    mend: "Put the file into `main/` or `test/` beside a `pom.xml`: `content/samples/java/main`.",
  },
  "no-scenario": {
    cause: "A scenario's file has no default export.",
    mend: "Type `export default { … } satisfies Scenario;`.",
  },
  "no-schemas": {
    cause: "A jar holds no schemas of Kafka's protocol.",
    mend: "Give the path of a jar of `kafka-clients`. If it is one, report it: this version keeps its schemas elsewhere.",
  },
  "no-such-line": {
    cause: "The line that a scenario takes out is not in its file, or is there twice.",
    mend: "Quote in `without.line` a piece that the file has exactly once.",
  },
  "no-such-sample": {
    cause: "No program has what was asked for in its id.",
    mend: "Type a part of an id, or `=` and a whole one; an id is a path below `content/samples`, without its ending.",
  },
  "not-built": {
    cause: "The site has not been built.",
    mend: "Type `npm run build`.",
  },
  "not-empty": {
    cause: "A cluster of your own already has what a run would make.",
    mend: "Delete the topics or groups that the message names, or take another cluster.",
  },
  "not-http2": {
    cause: "A peer that should speak HTTP/2 sent other bytes.",
    mend: "Look at the program that sent them: the run fails with `unread-connection`, of which this is the reason.",
  },
  "not-removed": {
    cause: "What a run made on a cluster of your own could not all be removed.",
    mend: "Delete the topics and groups that the message names by hand.",
  },
  "not-ready": {
    cause: "A program ended before it printed the line that says that it is ready.",
    mend: "Read the program's last lines in the message.",
  },
  "not-started": {
    cause: "A program could not be started.",
    mend: "Install the program that the message names, or put its folder into `PATH`.",
  },
  "old-node": {
    cause: "This Node is too old to start the site.",
    mend: "Install Node 20 or newer.",
  },
  "port-forbidden": {
    cause: "This user may not listen on the port.",
    mend: "Take a port from 1024 on: `PORT=4400 npm start`.",
  },
  "port-taken": {
    cause: "Another program listens on the port.",
    mend: "Stop that program, or take another port: `PORT=4400 npm start`.",
  },
  "no-record": {
    cause: "A program that prints defaults has no recorded run to compare with.",
    mend: "Record the sample first: `npm run verify -- =<id> --update`.",
  },
  "proof-outdated": {
    cause: "What makes or judges runs has changed since all of them were made.",
    mend: "Type `npm run prove`, and commit `content/receipts/proved.json`.",
  },
  "reading-failed": {
    cause: "A program that prints defaults failed on another version of Kafka.",
    mend: "Ask for a version that the program runs on: `npm run verify -- --kafka 3.9.1`.",
  },
  "run-given-up": {
    cause: "A run was given up, since something else in it had failed.",
    mend: "Mend the failure that is told first.",
  },
  "run-not-over": {
    cause: "All programs of a run have ended and it is not over, or it takes too long.",
    mend: "Read the programs' last lines in the message; `--keep` leaves the folder of the run.",
  },
  "topics-not-made": {
    cause: "A broker refused a topic of a run.",
    mend: "Ask for no more replicas than brokers run, and read the broker's reason in the message.",
  },
  "topics-not-ready": {
    cause: "The replicas of a run's topics did not catch up in time.",
    mend: "On a busy machine, make fewer runs at a time: `npm run verify -- --workers 1`.",
  },
  "unknown-command": {
    cause: "There is no such command.",
    mend: "Type one of the commands that the message lists.",
  },
  "unknown-kafka": {
    cause: "Maven finds no Kafka of the version that an option or a scenario asks for.",
    mend: 'Type a release that there is: `npm run verify -- --kafka 3.9.1`, or `kafka: "3.9.1"` in the scenario.',
  },
  "unknown-method": {
    cause: "A generated service has a method that its `.proto` file does not have.",
    mend: "Give the `.proto` file that the service is generated from.",
  },
  "unknown-option": {
    cause: "A command has no such option.",
    mend: "Type one of the options that the message lists.",
  },
  "unread-connection": {
    cause: "The tap could not read what crossed a connection, so nothing on it is counted.",
    mend: "Read the reason in the message: it says what the bytes should have been, or what the lab does not know of the protocol.",
  },
  "unknown-runner": {
    cause: "The `// Run:` line of a sample starts a program that the lab cannot start.",
    mend: "Write the line for Node or Maven as the message shows it, give the sample a scenario, or say `// not run: why`.",
  },
} as const satisfies Readonly<Record<string, ErrorKind>>;

export type IssueSlug = keyof typeof ISSUES;
export type FailureSlug = keyof typeof FAILURES;

/** Issues that another issue may have caused: they are listed after all others. */
export const CONSEQUENCES: ReadonlySet<IssueSlug> = new Set<IssueSlug>([
  "broken-excerpt",
  "fact-differs",
  "missing-receipt",
  "not-said",
  "stale-receipt",
]);
