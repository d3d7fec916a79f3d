/**
 * Runs in the head before anything is painted, so that a chosen theme does not flash. The only inline script;
 * its hash is in the Content-Security-Policy, so this text is the single source of both.
 */
export const themeScript = `try{for(let k of["theme","font","client"]){let v=localStorage.getItem(k);v&&(document.documentElement.dataset[k]=v)}}catch{}`;
