// The review page. Everything that comes from the document is set as text or as a number, never as
// markup. Pages are filled in when they come near the window, so that a long document opens at once.
'use strict';

const source = JSON.parse(document.getElementById('document').textContent);
const byId = (id) => document.getElementById(id);
const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

// The classes that a status, or a finding, gives a cell; nothing else of the document names a class.
const STATUSES = ['read', 'proved', 'repaired', 'suspect', 'corrected'];
const FILTERS = ['all', 'suspect', 'failing', 'repaired'];

const cells = [];                // all of them, in the order of the tables
const cellAt = new Map();        // "table,row,col" -> cell
const pages = new Map();         // number -> {element, cells, image, filled}
const corrections = new Map();   // cell -> text
let chosen = null, downloaded = true;

function readCells() {
  source.tables.forEach((table, t) => {
    for (const [row, col, rowSpan, colSpan, page, box, text, status, confidence, why, readAs,
                alternatives, isAmount] of table.cells) {
      const cell = {t, row, col, rowSpan, colSpan, page, box, text, confidence, why, readAs,
                    alternatives, isAmount, status: STATUSES.includes(status) ? status : 'read',
                    failing: false, td: null, rect: null};
      cells.push(cell);
      cellAt.set([t, row, col].join(), cell);
    }
  });
  for (const finding of source.findings) {
    const cell = finding.target && cellAt.get(finding.target.join());
    if (cell) cell.failing = true;
  }
}

// ---- what a cell looks like, on both sides

const isOpen = (cell) => cell.failing || cell.status === 'suspect' || cell.status === 'repaired';
const matches = (cell, filter) =>
  filter === 'all' ? isOpen(cell) : filter === 'failing' ? cell.failing : cell.status === filter;

function paint(cell) {
  const filter = document.body.dataset.filter;
  for (const element of [cell.td, cell.rect]) {
    if (!element) continue;
    for (const status of STATUSES) {
      element.classList.toggle(status, (corrections.has(cell) ? 'corrected' : cell.status) === status);
    }
    element.classList.toggle('failing', cell.failing && !corrections.has(cell));
    element.classList.toggle('match', matches(cell, filter));
    element.classList.toggle('chosen', cell === chosen);
  }
}

// ---- pages, left

function makePages() {
  for (const page of source.pages) {
    const element = make('div', 'page');
    const width = page.width > 0 ? page.width : 595, height = page.height > 0 ? page.height : 842;
    element.style.aspectRatio = width + ' / ' + height;
    element.style.setProperty('--ratio', width / height);
    element.append(make('span', 'number', 'page ' + page.number));
    if (page.error) element.append(make('p', 'error', page.error));
    byId('pages').append(element);
    pages.set(page.number, {element, width, height, jpeg: page.jpeg, cells: [], image: null, filled: false});
  }
  for (const cell of cells) pages.get(cell.page)?.cells.push(cell);
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) fill(entry.target.page);
  }, {root: byId('pages'), rootMargin: '100% 0px'});
  for (const page of pages.values()) {
    page.element.page = page;
    near.observe(page.element);
  }
}

function fill(page) {
  if (page.filled) return;
  page.filled = true;
  if (page.jpeg) {
    page.image = new Image();
    page.image.alt = '';
    page.image.decoding = 'async';  // the picture may come a frame later than the click
    page.image.src = 'data:image/jpeg;base64,' + page.jpeg;
    page.element.prepend(page.image);
  }
  const SVG = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 ' + page.width + ' ' + page.height);
  for (const cell of page.cells) {
    const [x0, y0, x1, y1] = cell.box;
    cell.rect = document.createElementNS(SVG, 'rect');
    for (const [name, value] of [['x', x0], ['y', y0], ['width', x1 - x0], ['height', y1 - y0]]) {
      cell.rect.setAttribute(name, Math.max(0, value));
    }
    cell.rect.cell = cell;
    paint(cell);
    svg.append(cell.rect);
  }
  svg.addEventListener('click', (event) => event.target.cell && choose(event.target.cell, 'page'));
  page.element.append(svg);
}

// ---- tables, right

function makeTables() {
  const rows = source.tables.map((table) => {
    const section = make('section', 'table');
    section.append(make('h2', '', table.heading));
    const element = make('table'), trs = [];
    for (let row = 0; row < table.rows; ++row) {
      trs.push(make('tr', row < table.headerRows ? 'header' : ''));
    }
    element.append(...trs);
    section.append(element);
    byId('tables').append(section);
    return trs;
  });
  for (const cell of cells) {
    cell.td = make('td', cell.isAmount ? 'amount' : '', cell.text);
    cell.td.rowSpan = cell.rowSpan;
    cell.td.colSpan = cell.colSpan;
    cell.td.cell = cell;
    rows[cell.t][cell.row].append(cell.td);
    paint(cell);
  }
  byId('tables').addEventListener('click', (event) => {
    const td = event.target.closest('td');
    if (td?.cell) choose(td.cell, 'table');
  });
}

// ---- findings

function makeFindings() {
  const section = byId('findings');
  const n = source.findings.length;
  section.append(make('h2', '', n === 0 ? 'Every relation holds' : n + (n === 1 ? ' relation fails' : ' relations fail')));
  for (const finding of source.findings) {
    const element = make('button', 'finding');
    element.type = 'button';
    element.append(make('b', '', finding.place || 'no label'), ' ',
                   make('small', '', 'page ' + finding.page + ', ' + finding.kind), ' ',
                   make('span', 'verdict', finding.verdict));
    const sums = make('span', 'sums');
    for (const name of ['stated', 'computed', 'difference']) {
      sums.append(make('span', '', name), make('span', '', finding[name]));
    }
    element.append(sums, make('small', '', finding.message));
    element.addEventListener('click', () => chooseFinding(finding, element));
    section.append(element);
  }
}

function light(terms) {
  for (const lit of document.querySelectorAll('.term')) lit.classList.remove('term');
  for (const term of terms) {
    const cell = term && cellAt.get(term.join());
    if (!cell) continue;
    if (pages.has(cell.page)) fill(pages.get(cell.page));
    for (const element of [cell.td, cell.rect]) element?.classList.add('term');
  }
}

function chooseFinding(finding, element) {
  const target = (finding.target && cellAt.get(finding.target.join())) ||
                 finding.terms.map((term) => term && cellAt.get(term.join())).find(Boolean);
  if (target) choose(target, 'finding');
  light(finding.terms);
  element.classList.add('chosen');
}

// ---- the chosen cell

function choose(cell, from) {
  const before = chosen;
  chosen = cell;
  if (before) paint(before);
  document.querySelector('.finding.chosen')?.classList.remove('chosen');
  light([]);
  showDetail(cell);
  showPosition();
  const page = pages.get(cell.page);
  const into = (element, side) => element?.scrollIntoView({block: side === from ? 'nearest' : 'center', inline: 'nearest'});
  const show = {
    table: () => into(cell.td, 'table'),
    page: () => {
      if (page) fill(page);
      into(cell.rect, 'page');
      magnify(cell, page);
    }};
  paint(cell);
  // The side that was clicked answers at once, the other when that answer has been painted: another
  // page takes longer to draw than a mark.
  const [first, second] = from === 'page' ? [show.page, show.table] : [show.table, show.page];
  first();
  requestAnimationFrame(() => setTimeout(() => cell === chosen && second()));
}

function showDetail(cell) {
  byId('detail').hidden = false;
  const table = source.tables[cell.t];
  byId('where').textContent = table.heading + ': row ' + (cell.row + 1) + ', column ' + (cell.col + 1) +
    ', page ' + cell.page + ', ' + cell.status + ', ' + cell.confidence + ' % sure' +
    (cell.failing ? ', in a relation that fails' : '');
  byId('why').textContent = [cell.why, cell.readAs === null ? null : 'read as ' + cell.readAs].filter(Boolean).join('; ');
  byId('alternatives').replaceChildren(...cell.alternatives.slice(0, 8).map((text) => {
    const button = make('button', '', text);
    button.type = 'button';
    button.addEventListener('click', () => { byId('text').value = text; byId('text').focus(); });
    return button;
  }));
  byId('text').value = corrections.get(cell) ?? cell.text;
  byId('undo').hidden = !corrections.has(cell);
}

// The cell with half its height around it, as large as the canvas takes.
function magnify(cell, page) {
  if (page?.image) page.image.decode().then(() => cell === chosen && crop(cell, page), () => {});
  else byId('crop').getContext('2d').clearRect(0, 0, 480, 96);
}

function crop(cell, page) {
  const canvas = byId('crop'), context = canvas.getContext('2d');
  const [x0, y0, x1, y1] = cell.box, margin = (y1 - y0) / 2;
  const scale = page.image.naturalWidth / page.width;
  const width = (x1 - x0 + 2 * margin) * scale, height = (y1 - y0 + 2 * margin) * scale;
  const zoom = Math.min(canvas.width / width, canvas.height / height);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(page.image, (x0 - margin) * scale, (y0 - margin) * scale, width, height,
                    0, 0, width * zoom, height * zoom);
}

// ---- walking, filters

const walk = () => cells.filter((cell) => matches(cell, document.body.dataset.filter));

function step(by) {
  const open = walk();
  if (open.length === 0) return;
  const at = open.indexOf(chosen);
  // From a cell that is not one of them the walk goes on where it stands in the document.
  const later = open.findIndex((cell) => cells.indexOf(cell) > cells.indexOf(chosen));
  const from = at >= 0 ? at : (later < 0 ? open.length : later) - (by > 0 ? 1 : 0);
  choose(open[(from + by + open.length) % open.length], 'walk');
}

function showPosition() {
  const open = walk(), at = open.indexOf(chosen);
  byId('position').textContent = (at < 0 ? '' : at + 1 + ' of ') + open.length;
}

function setFilter(filter) {
  document.body.dataset.filter = filter;
  for (const button of byId('filters').children) button.setAttribute('aria-pressed', button.value === filter);
  cells.forEach(paint);
  for (const section of document.querySelectorAll('section.table')) {
    section.classList.toggle('match', section.querySelector('td.match') !== null);
  }
  showPosition();
}

function makeFilters() {
  for (const filter of FILTERS) {
    const count = cells.filter((cell) => matches(cell, filter)).length;
    const button = make('button', '', filter === 'all' ? 'all' : filter + ' ' + count);
    button.type = 'button';
    button.value = filter;
    button.addEventListener('click', () => setFilter(filter));
    byId('filters').append(button);
  }
}

// ---- corrections

function keep(cell, text) {
  if (text === cell.text) corrections.delete(cell);
  else corrections.set(cell, text);
  downloaded = corrections.size === 0;
  cell.td.textContent = corrections.get(cell) ?? cell.text;
  byId('download').disabled = corrections.size === 0;
  byId('download').textContent = 'download corrections' + (corrections.size ? ' (' + corrections.size + ')' : '');
  paint(cell);
  showDetail(cell);
}

function correctionsAsJson() {
  return JSON.stringify({
    schema: 'crossfoot.corrections/1', source: source.source,
    corrections: Array.from(corrections, ([cell, text]) => ({
      table: source.tables[cell.t].id, row: cell.row, col: cell.col, page: cell.page,
      was: cell.readAs ?? cell.text, text}))}, null, 1) + '\n';
}

function download() {
  if (corrections.size === 0) return;
  const link = make('a');
  link.href = URL.createObjectURL(new Blob([correctionsAsJson()], {type: 'application/json'}));
  const name = source.source.split(/[\\/]/).pop().replace(/\.[^.]*$/, '');
  link.download = (name || 'document') + '.corrections.json';
  link.click();
  URL.revokeObjectURL(link.href);
  downloaded = true;
}

// ---- the keyboard

function listen() {
  byId('next').addEventListener('click', () => step(1));
  byId('previous').addEventListener('click', () => step(-1));
  byId('download').addEventListener('click', download);
  byId('undo').addEventListener('click', () => keep(chosen, chosen.text));
  byId('correct').addEventListener('submit', (event) => {
    event.preventDefault();
    keep(chosen, byId('text').value);
    byId('text').blur();
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return document.activeElement.blur();
    if (event.target.matches('input')) return;
    const filter = FILTERS[Number(event.key) - 1];
    if (event.key === 'n') step(1);
    else if (event.key === 'p') step(-1);
    else if (event.key === 'd') download();
    else if (filter) setFilter(filter);
    else if (event.key === 'Enter' && chosen && !event.target.matches('button, summary')) {
      byId('text').focus();
      byId('text').select();
    } else return;
    event.preventDefault();
  });
  window.addEventListener('beforeprint', () => pages.forEach(fill));
  window.addEventListener('beforeunload', (event) => { if (!downloaded) event.preventDefault(); });
}

byId('source').textContent = source.source;
readCells();
makePages();
makeFindings();
makeTables();
makeFilters();
listen();
setFilter('all');
