-- What Quarto does otherwise than the embedded engine, made alike: for `--engine quarto` and for
-- pages that Quarto renders by hand. After typography.lua; Quarto numbers and refers by itself.
--
-- The banner, the publisher and the foot of a page, which Quarto has no place for; cells that
-- would keep headings out of the table of contents; callouts that paper can break and that fold
-- without a script; pictures and tables for paper and for word processors.

local tables = dofile(quarto.utils.resolve_path('tables.lua'))
local within_release = os.getenv('PADAI_ENGINE') ~= nil
local html = quarto.doc.is_format('html')
local typst = quarto.doc.is_format('typst')
local docx = quarto.doc.is_format('docx')

-- A document of another language brings its own: `padai-words`.
local WORDS = {
  fr = {
    note = 'Note', tip = 'Astuce', important = 'Important', warning = 'Avertissement',
    caution = 'Mise en garde', one = 'tableau', many = 'tableaux', last = 'et',
    apart = ' du document «\u{00A0}@\u{00A0}»', colon = '\u{00A0}: ', fold = ' %(tableau.*%)$',
    bar = 'Navigation du site', skip = 'Aller au contenu',
  },
  en = {
    note = 'Note', tip = 'Tip', important = 'Important', warning = 'Warning', caution = 'Caution',
    one = 'table', many = 'tables', last = 'and', apart = ' of the document “@”', colon = ': ',
    fold = ' %(table.*%)$', bar = 'Site navigation', skip = 'Skip to content',
  },
}
local words = WORDS.fr
local lang = 'fr'
local callouts = 0

local function raw(text) return pandoc.RawBlock(FORMAT:match('%a+'), text) end

local function styled(blocks, name)
  return pandoc.Div(blocks, pandoc.Attr('', {}, { { 'custom-style', name } }))
end

local function titled(callout)
  local kind = words[callout.type]
  local title = quarto.utils.as_inlines(callout.title or {})
  if #title == 0 then return pandoc.Inlines({ pandoc.Str(kind) }) end
  local inlines = pandoc.Inlines({})
  if html then
    inlines:insert(pandoc.Span({ pandoc.Str(kind) }, { class = 'callout-kind' }))
    inlines:insert(pandoc.Space())
  end
  inlines:extend(title)
  return inlines
end

-- Set by Meta: the document that holds the tables of the report, which paper then leaves out.
local apart = nil
-- The number of each table, by what Quarto calls its block: it numbers them later, in this order.
local numbers, counted = {}, 0

local function name_of(block) return block and block.attributes['__quarto_custom_id'] end

local function counted_table(float)
  local name = float.type == 'Table' and name_of(float.__quarto_custom_node)
  if not name then return nil end
  counted = counted + 1
  numbers[name] = tostring(counted)
end

local function numbers_of(content)
  local found = pandoc.List()
  quarto.utils.as_blocks(content):walk({ Div = function(div)
    local name = name_of(div)
    if name and numbers[name] then found:insert(numbers[name]) end
  end })
  return found
end

-- The data of a figure, which a page unfolds and paper leaves to the document of tables.
local function data_apart(callout, title)
  local name = pandoc.utils.stringify(title)
  if html or not apart or not name:match(words.fold) then return nil end
  local found = numbers_of(callout.content)
  if #found == 0 then return nil end
  local last = table.remove(found)
  local listed = #found == 0 and words.one .. '\u{00A0}' .. last
    or words.many .. '\u{00A0}' .. table.concat(found, ', ') .. ' ' .. words.last .. ' ' .. last
  local before, after = words.apart:match('^(.-)@(.*)$')
  local line = name:gsub(words.fold, '') .. words.colon .. listed .. before .. apart .. after .. '.'
  return pandoc.Div({ pandoc.Para({ pandoc.Str(line) }) }, { class = 'note' })
end

local function is_folded(callout) return callout.collapse == true or callout.collapse == 'true' end

local function themed() return quarto.doc.has_bootstrap() end

local function html_callout(callout, title, body)
  callouts = callouts + 1
  local id = 'callout-' .. callouts .. '-title'
  local classes = { 'callout', 'callout-' .. callout.type }
  local inside = pandoc.Div(body, { class = 'callout-body' })
  if is_folded(callout) then
    classes = themed() and { 'folded' } or { 'callout', 'callout-' .. callout.type, 'folded' }
    return pandoc.Div({
      raw('<details>\n<summary>'), pandoc.Plain(title), raw('</summary>'), inside, raw('</details>'),
    }, pandoc.Attr('', classes))
  end
  local head = pandoc.Div({ pandoc.Plain(title) }, pandoc.Attr(id, { 'callout-title' }))
  return pandoc.Div({ head, inside },
    pandoc.Attr('', classes, { { 'role', 'note' }, { 'aria-labelledby', id } }))
end

local function Callout(callout)
  -- Quarto's theme has callouts of its own; its folded ones no keyboard opens.
  if html and themed() and not is_folded(callout) then return nil end
  local title = titled(callout)
  local elsewhere = is_folded(callout) and data_apart(callout, title)
  if elsewhere then return elsewhere end
  local body = quarto.utils.as_blocks(callout.content)
  if html then return html_callout(callout, title, body) end
  if typst then
    local out = pandoc.Blocks({ raw('#report-callout("' .. callout.type .. '", ['), pandoc.Plain(title), raw('])[') })
    out:extend(body)
    out:insert(raw(']'))
    return out
  end
  if docx then
    return pandoc.Blocks({ styled({ pandoc.Plain(title) }, 'Callout Title'), styled(body, 'Callout') })
  end
end

-- In a word processor a picture that has no width of its own is cut off where its cell ends.
local function sized(blocks, width)
  return pandoc.Blocks(blocks):walk({ Image = function(image)
    image.attributes.width = width
    return image
  end })
end

local STYLES = { headline = 'Lead', lead = 'Lead', note = 'Source Note', source = 'Source Note' }

-- Cards and rows of key results, which are lists in the page and have a design of their own on paper.
local function parts_of_card(item)
  local blocks = pandoc.Blocks(item)
  local first = blocks:remove(1)
  local lead, figure = pandoc.Inlines(first.content), pandoc.Inlines({})
  if lead[1] and lead[1].t == 'Strong' then
    figure = pandoc.Inlines(lead:remove(1).content)
    if lead[1] and lead[1].t == 'Space' then lead:remove(1) end
  end
  return figure, lead, blocks
end

local function boxed(out, blocks, ending)
  out:insert(raw('['))
  out:extend(blocks)
  out:insert(raw(']' .. ending))
end

local function cards(list)
  local out = pandoc.Blocks({})
  if typst then out:insert(raw('#cards(')) end
  for _, item in ipairs(list.content) do
    local figure, lead, rest = parts_of_card(item)
    if docx then
      out:insert(styled({ pandoc.Para(figure) }, 'Card Figure'))
      out:insert(styled({ pandoc.Para(lead) }, 'Card Title'))
      if #rest > 0 then out:insert(styled(sized(rest, '60%'), 'Card Text')) end
    else
      out:insert(raw('('))
      boxed(out, { pandoc.Plain(figure) }, ',')
      boxed(out, { pandoc.Plain(lead) }, ',')
      if #rest > 0 then boxed(out, rest, '') else out:insert(raw('none')) end
      out:insert(raw('),'))
    end
  end
  if typst then out:insert(raw(')')) end
  return out
end

local BOXES = { 'row-result', 'row-line', 'row-change' }

local function boxes_of(item)
  local found = { {}, {}, {} }
  for _, block in ipairs(item) do
    for position, name in ipairs(BOXES) do
      if block.t == 'Div' and block.classes:includes(name) then found[position] = block.content end
    end
  end
  return found
end

local function rows(list)
  if docx then
    local lines = pandoc.List(list.content):map(function(item)
      return pandoc.List(boxes_of(item)):map(function(blocks)
        return #blocks > 0 and { styled(sized(blocks, '1.35in'), 'Table Text') } or {}
      end)
    end)
    local sides = { 'AlignLeft', 'AlignLeft', 'AlignLeft' }
    local simple = pandoc.SimpleTable({}, sides, { 0.37, 0.22, 0.41 }, {}, lines)
    return pandoc.Blocks({ pandoc.utils.from_simple_table(simple) })
  end
  local out = pandoc.Blocks({ raw('#key-rows(') })
  for _, item in ipairs(list.content) do
    out:insert(raw('('))
    for _, blocks in ipairs(boxes_of(item)) do boxed(out, blocks, ',') end
    out:insert(raw('),'))
  end
  out:insert(raw(')'))
  return out
end

-- What a cell is called by is referred to where it is a figure or a table; no other label is.
local function is_referred_to(name) return name:match('^fig%-') or name:match('^tbl%-') end

local function Div(div)
  if div.classes:includes('page-links') and not (html and within_release) then return {} end
  local bare = div.classes:includes('cell') and not is_referred_to(div.identifier)
  if bare and #div.content:filter(function(block) return block.t == 'CodeBlock' end) == 0 then
    return div.content
  end
  if div.classes:includes('contents') and not html then return {} end
  local list = div.content[1]
  if not html and list and (list.t == 'BulletList' or list.t == 'OrderedList') then
    if div.classes:includes('key-figures') then return cards(list) end
    if div.classes:includes('key-rows') then return rows(list) end
  end
  for class, name in pairs(STYLES) do
    if div.classes:includes(class) then
      if docx then return styled(div.content, name) end
      if typst then
        local out = pandoc.Blocks({ raw('#style-' .. class .. '[') })
        out:extend(div.content)
        out:insert(raw(']'))
        return out
      end
    end
  end
end

-- A wide table scrolls by itself, with the keyboard too, and has a name there.
local function FloatRefTarget(float)
  if not html or float.type ~= 'Table' then return nil end
  local caption = pandoc.utils.stringify(float.caption_long or {})
  float.content = pandoc.Div(quarto.utils.as_blocks(float.content), pandoc.Attr('', { 'table-scroll' },
    { { 'role', 'region' }, { 'tabindex', '0' }, { 'aria-label', caption } }))
  return float
end

-- Pandoc sets a bare text in a style of its own, whatever stands around it; a paragraph keeps ours.
local function as_paragraphs(blocks)
  return pandoc.Blocks(blocks):walk({ Plain = function(plain) return pandoc.Para(plain.content) end })
end

local SIDES = { right = 'AlignRight', num = 'AlignRight', center = 'AlignCenter' }

-- Quarto shares the width evenly; what the columns hold says better.
local function Table(tbl)
  if html then return tables.accessible(tbl) end
  local function side_of(row, position)
    local side = #row.cells == #tbl.colspecs and tbl.colspecs[position][1]
    return (side and side ~= 'AlignDefault') and side or 'AlignLeft'
  end
  local function set(rows)
    for _, row in ipairs(rows) do
      for position, cell in ipairs(row.cells) do
        for _, class in ipairs(cell.attr.classes) do
          cell.alignment = SIDES[class] or cell.alignment
        end
        if cell.alignment == 'AlignDefault' then cell.alignment = side_of(row, position) end
        if docx then cell.contents = { styled(as_paragraphs(cell.contents), 'Table Text') } end
      end
    end
  end
  set(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do set(body.head); set(body.body) end
  for position, share in ipairs(tables.shares(tbl, docx and 78 or nil)) do
    tbl.colspecs[position] = { tbl.colspecs[position][1], share }
  end
  return tbl
end

-- Word processors take no SVG: the PNG lies beside it.
local function Image(image)
  if not docx then return nil end
  local png = image.src:gsub('%.svg$', '.png')
  local file = io.open(png, 'rb')
  if file then file:close(); image.src = png end
  local alt = image.attributes['fig-alt']
  if alt then image.caption = pandoc.Inlines({ pandoc.Str(alt) }) end
  return image
end

local SIGNS = { higher = '▲', lower = '▼', same = '■', open = '○', broken = '≠' }

-- A verdict has its sign; what follows a caption is no part of its title.
local function Span(span)
  if html then return nil end
  for _, class in ipairs(span.classes) do
    if SIGNS[class] and span.classes:includes('verdict') then
      local sign = SIGNS[class] .. '\u{00A0}'
      if typst then
        sign = pandoc.RawInline('typst', '#text(font: "DejaVu Sans Mono")[' .. sign .. ']')
      end
      span.content:insert(1, typst and sign or pandoc.Str(sign))
      return pandoc.Strong(span.content)
    end
  end
  if span.classes:includes('caption-detail') then
    if docx then
      return pandoc.Span(span.content, pandoc.Attr('', {}, { { 'custom-style', 'Caption Detail' } }))
    end
    local out = pandoc.List({ pandoc.RawInline('typst', '#text(weight: "regular")[') })
    out:extend(span.content)
    out:insert(pandoc.RawInline('typst', ']'))
    return out
  end
end

local function is_there(path)
  local file = io.open(path, 'r')
  if file then file:close() end
  return file ~= nil
end

-- A link from one page of a release to another leads nowhere from a file on its own, or from a
-- page that Quarto renders by hand where that other page is not.
local function Link(link)
  local target = link.target
  if target:match('^#') or target:match('^%a[%w+.-]*:') or (html and within_release) then return nil end
  local path = target:gsub('[?#].*$', '')
  local page = path:gsub('%.html$', '.qmd')
  if not html or not (path:match('^/') or is_there(path) or is_there(page)) then return link.content end
end

local function text_of(meta, key)
  return meta[key] and pandoc.utils.stringify(meta[key]) or ''
end

local function escaped(text)
  return (text:gsub('[&<>"]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }))
end

local function line(class, text)
  return text ~= '' and '<p class="' .. class .. '">' .. escaped(text) .. '</p>\n' or ''
end

-- The way from a page to a file of the project. A path of _quarto.yml at which a file lies has
-- become one from the page by now, and no other has.
local function from_the_page(path)
  if path:match('^%.%.?/') or not (quarto.project and quarto.project.offset) then return path end
  return quarto.project.offset .. '/' .. path
end

-- Quarto's bar is one for all pages; this one is in the language of its page, after a link that
-- skips it. `padai-navigation` of _quarto.yml lists the pages of each language.
local function navigation(meta)
  local listed = meta['padai-navigation']
  local own = listed and (listed[lang] or listed[lang:match('^%a+')])
  if not own then return '' end
  local here = pandoc.path.filename(quarto.doc.input_file or '')
  local items = {}
  for position, entry in ipairs(own) do
    local source = pandoc.utils.stringify(entry.href)
    local target = from_the_page(source):gsub('%.qmd$', '.html')
    local other = entry.lang and pandoc.utils.stringify(entry.lang)
    local current = not other and pandoc.path.filename(source) == here and ' aria-current="page"' or ''
    items[position] = '<li><a href="' .. escaped(target) .. '"' .. current
      .. (other and ' lang="' .. escaped(other) .. '" hreflang="' .. escaped(other) .. '"' or '') .. '>'
      .. escaped(pandoc.utils.stringify(entry.text)) .. '</a></li>'
  end
  return '<nav class="site-nav" aria-label="' .. escaped(words.bar) .. '">\n<ul>\n' .. table.concat(items, '\n')
    .. '\n</ul>\n</nav>\n'
end

local function skip_link()
  return '<a class="skip-link" href="#page-content">' .. escaped(words.skip) .. '</a>\n'
end

-- Quarto's theme sets what stands above a page after its table of contents, within its main part;
-- a reader by keyboard or by ear meets it first, and skips it.
local FIRST = '<script>document.body.prepend(...document.querySelectorAll('
  .. '"main > .skip-link, main > .site-nav, main > .page-banner"));</script>\n'
  .. '<span id="page-content" tabindex="-1"></span>\n'

-- The template of a release has columns; Quarto's bare page has none, and would set text at its edges.
local EDGES = '<style>#page-content, .page-foot { max-width: 60rem; margin: 0 auto; padding: 1.3rem 1.25rem; }</style>'

-- The page's own template has places for these; a page that Quarto renders by hand has not.
local function around_page(meta)
  local robots = text_of(meta, 'robots')
  if robots ~= '' then
    quarto.doc.include_text('in-header', '<meta name="robots" content="' .. escaped(robots) .. '">')
  end
  local marks = line('page-banner', text_of(meta, 'banner'))
  local publisher = line('publisher', text_of(meta, 'publisher'))
  local foot = line('page-foot', text_of(meta, 'footer'))
  if themed() then
    quarto.doc.include_text('before-body', skip_link() .. navigation(meta) .. marks .. FIRST .. publisher)
    if foot ~= '' then quarto.doc.include_text('after-body', foot) end
  else
    -- A page on its own has no other page to lead to, and no main part of Quarto's.
    quarto.doc.include_text('in-header', EDGES)
    quarto.doc.include_text('before-body', skip_link() .. marks .. '<main id="page-content" tabindex="-1">\n' .. publisher)
    quarto.doc.include_text('after-body', '</main>\n' .. foot)
  end
end

-- `quarto render --to typst` without the profile that names padai's partial: plain, with all words.
local PLAIN = [[
#let report-callout(kind, title, body) = block(width: 100%, inset: 8pt, stroke: 0.5pt, { strong(title); parbreak(); body })
#let cards(..items) = for (figure, lead, body) in items.pos() { block([#strong(figure) #lead]); body }
#let key-rows(..items) = for boxes in items.pos() { block(above: 1.2em, boxes.join(parbreak())) }
#let style-headline(body) = body
#let style-lead(body) = body
#let style-note(body) = body
#let style-source(body) = body
#let report-foot(body) = body
]]

local function Pandoc(doc)
  if html and not within_release then around_page(doc.meta) end
  if docx and not within_release and doc.meta.banner then
    doc.blocks:insert(1, styled({ pandoc.Para(quarto.utils.as_inlines(doc.meta.banner)) }, 'Banner'))
  end
  if typst and doc.meta.footer then
    doc.blocks:insert(raw('#report-foot['))
    doc.blocks:insert(pandoc.Plain(quarto.utils.as_inlines(doc.meta.footer)))
    doc.blocks:insert(raw(']'))
  end
  if typst and not doc.meta['padai-paper'] then
    local banner = quarto.utils.as_inlines(doc.meta.banner or {})
    if #banner > 0 then doc.blocks:insert(1, pandoc.Para({ pandoc.Strong(banner) })) end
    doc.blocks:insert(1, raw(PLAIN))
  end
  return doc
end

local function told(given)
  if not given then return nil end
  local own = { fold = ' %([^()]*%)$' }
  for name, text in pairs(given) do own[name] = pandoc.utils.stringify(text) end
  own.last = own.last:match('%S+')
  return own
end

local function Meta(meta)
  lang = meta.lang and text_of(meta, 'lang') or 'fr'
  words = told(meta['padai-words']) or WORDS[lang:sub(1, 2):lower()] or WORDS.en
  if meta['tables-apart'] then apart = text_of(meta, 'tables-apart') end
  if meta['date-as-written'] and text_of(meta, 'date'):match('^%d%d%d%d%-%d%d%-%d%d') then
    meta.date = meta['date-as-written']
  end
  -- What the project says of the numbers of sections, Quarto sets even where there are none.
  if typst and not PANDOC_WRITER_OPTIONS.number_sections then meta['section-numbering'] = nil end
  if typst and meta.title then
    -- As content, the title in the properties of the PDF would lose its apostrophes.
    local text = pandoc.utils.stringify(meta.title):gsub('\\', '\\\\'):gsub('"', '\\"')
    meta['title-string'] = pandoc.MetaInlines({ pandoc.RawInline('typst', '"' .. text .. '"') })
  end
  return meta
end

return {
  { Meta = Meta },
  { FloatRefTarget = counted_table },
  { Callout = Callout, FloatRefTarget = FloatRefTarget, Div = Div, Table = Table, Image = Image, Link = Link, Span = Span },
  { Pandoc = Pandoc },
}
