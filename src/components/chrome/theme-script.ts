/**
 * The script that runs before the first paint, so that a chosen theme does not flash. It is the only inline script.
 * The Content-Security-Policy allows it by a hash, which `src/headers.ts` computes from the finished pages.
 */
export const themeScript = `try{for(let k of["theme","font","client"]){let v=localStorage.getItem(k);v&&(document.documentElement.dataset[k]=v)}}catch{}`;
