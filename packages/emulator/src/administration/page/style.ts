/** The look of the status page, in light and dark as the system has it. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1b1f24, #e4e7eb); --faint: light-dark(#5b6470, #9aa4b1);
  --line: light-dark(#dfe3e8, #2c333c); --page: light-dark(#f6f7f9, #12161b); --card: light-dark(#fff, #1a2027);
  --good: light-dark(#116932, #62d08a); --busy: light-dark(#845400, #e9b44c); --bad: light-dark(#b3261e, #ff8a80);
  --link: light-dark(#0a58ca, #7db2ff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header, main { max-width: 80rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.35rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 2rem 0 .6rem; }
h3 { font-size: .95rem; margin: 1.1rem 0 .4rem; color: var(--faint); font-weight: 600; }
a { color: var(--link); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-top: .35rem; color: var(--faint); }
dl { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.1rem 0 0; padding: 0; }
dl div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .9rem; }
dt { color: var(--faint); font-size: .8rem; }
dd { margin: 0; font-variant-numeric: tabular-nums; }
.table { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
.table:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .87rem; }
th, td { text-align: left; padding: .4rem .8rem; border-bottom: 1px solid var(--line); white-space: nowrap; vertical-align: top; }
td.wrap { white-space: normal; min-width: 20rem; overflow-wrap: anywhere; }
th { color: var(--faint); font-weight: 600; font-size: .8rem; }
tr:last-child td { border-bottom: 0; }
code { font: .93em/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
.good { color: var(--good); } .busy { color: var(--busy); } .bad { color: var(--bad); }
.faint { color: var(--faint); }
main { padding-bottom: 2.5rem; }
`;
