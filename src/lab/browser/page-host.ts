// Opens a page in Chromium, and prints what it logs, until SIGTERM. A program of a run like any other:
// Chromium dials through it, and so through the tap. Arguments: Chromium's path, the page's address.
import { chromium } from "playwright-core";
import { openSocks } from "./socks.ts";

const [executablePath = "", address = ""] = process.argv.slice(2);
const socks = await openSocks();
const browser = await chromium.launch({
  executablePath,
  // For loopback too, which Chromium would otherwise dial by itself.
  proxy: { server: `socks5://127.0.0.1:${socks.port}` },
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
});
process.once("SIGTERM", () => {
  void browser.close().then(() => process.exit());
});

const page = await browser.newPage();
page.on("console", (message) => {
  // What is no log of the page's own is Chromium's, such as a request that failed.
  if (message.type() === "log") console.log(message.text());
  else console.error(message.text());
});
page.on("pageerror", (error) => console.error(error));
await page.goto(address);
