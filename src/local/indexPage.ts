import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { localTexts } from './texts.ts';
import type { Window } from './windows.ts';

const style = `
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 44rem; padding: 1.2rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: .6rem 0; }
h2 { font-size: 1.2rem; margin: 1.8rem 0 .5rem; }
ul.windows { list-style: none; padding: 0; display: grid; gap: .6rem; }
ul.windows a { display: block; padding: .7rem .9rem; border: 2px solid; border-radius: .5rem; color: inherit; text-decoration: none; }
ul.windows a:hover, ul.windows a:focus-visible { outline: 3px solid #4f6bed; outline-offset: 2px; }
ul.windows strong { display: block; font-size: 1.1rem; }
ul.windows span { text-decoration: underline; overflow-wrap: anywhere; }
dt { margin-top: .5rem; }
dd { margin: 0 0 0 1rem; }
code { font-size: 1.05em; padding: .1em .35em; border: 1px solid; border-radius: .3em; white-space: nowrap; }
.invented { border-left: .4rem solid #c19c00; padding: .4rem .8rem; }
section[lang=en] { border-top: 1px solid; margin-top: 2.5rem; }
`;

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Serves the index page of the local windows on a loopback port; resolves when it listens. */
export function serveIndex(association: string, windows: Window[], port: number): Promise<Server> {
  const page = indexPage(association, windows);
  const server = createServer((request, response) => {
    const known = request.url === '/' && (request.method === 'GET' || request.method === 'HEAD');
    response.writeHead(known ? 200 : 404, headers);
    response.end(known && request.method === 'GET' ? page : undefined);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** The index page as HTML: the windows, what to type first, and that everything is invented; English below. */
export function indexPage(association: string, windows: Window[]): string {
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asHtml(localTexts.sv.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${asHtml(localTexts.sv.title)}</h1>
<p>${asHtml(association)}</p>
${body('sv', windows, 'h2')}
<section lang="en">
<h2>${asHtml(localTexts.en.title)}</h2>
${body('en', windows, 'h3')}
</section>
</main>
</body>
</html>
`;
}

function body(language: keyof typeof localTexts, windows: Window[], heading: 'h2' | 'h3'): string {
  const texts = localTexts[language];
  const links = windows.map(
    ({ url, name, role }) =>
      `<li><a href="${asHtml(url)}" target="_blank" rel="noopener"><strong>${asHtml(texts.roles[role])}: ${asHtml(name)}</strong> <span>${asHtml(url)}</span></a></li>`,
  );
  const steps = texts.steps.map(
    ({ type, does }) => `<dt><code>${asHtml(type)}</code></dt><dd>${asHtml(does)}</dd>`,
  );
  return `<p class="invented">${asHtml(texts.invented)}</p>
<p>${asHtml(texts.intro)}</p>
<${heading}>${asHtml(texts.windows)}</${heading}>
<ul class="windows">
${links.join('\n')}
</ul>
<${heading}>${asHtml(texts.begin)}</${heading}>
<dl>
${steps.join('\n')}
</dl>
<p>${asHtml(texts.where)}</p>
<p>${asHtml(texts.stop)}</p>`;
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function asHtml(words: string): string {
  return words.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
