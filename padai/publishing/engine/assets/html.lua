-- What only HTML needs: landmarks of callouts, captions and scopes of tables, section anchors.

local anchors = 0
local callouts = 0
local tables = 0
local link_word = 'Lien vers la section'

local here = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local accessible = dofile(pandoc.path.join({ here, 'tables.lua' })).accessible

local function scroller(blocks, label)
  return pandoc.Div(blocks, pandoc.Attr('', { 'table-scroll' },
    { { 'role', 'region' }, { 'tabindex', '0' }, { 'aria-labelledby', label } }))
end

-- Write the caption into the table element, numbered; a table's own caption follows the number.
-- Its words stand between two raw pieces of the line, and are written with the page: to have the
-- writer write them alone costs as much as a tenth of a page.
local function with_caption(html, caption, id)
  local open = '<caption id="' .. id .. '"><span class="caption-text">'
  local first, last = html:find('<caption[^>]*>')
  local before, after
  if first then
    before, after = html:sub(1, first - 1) .. open, '</span> ' .. html:sub(last + 1)
  else
    first, last = html:find('<table[^>]*>')
    if not first then return pandoc.RawBlock('html', html) end
    before, after = html:sub(1, last) .. '\n' .. open, '</span></caption>' .. html:sub(last + 1)
  end
  local line = pandoc.Inlines({ pandoc.RawInline('html', before) })
  line:extend(pandoc.utils.blocks_to_inlines(caption))
  line:insert(pandoc.RawInline('html', after))
  return pandoc.Plain(line)
end

local function table_block(div)
  tables = tables + 1
  local id = div.identifier ~= '' and (div.identifier .. '-caption')
    or ('table-caption-' .. tables)
  local caption = div.content[1]
  local out = pandoc.Blocks({})
  local captioned = false
  for position = 2, #div.content do
    local block = div.content[position]
    if not captioned and block.t == 'Table' then
      local tbl = accessible(block)
      tbl.caption.long = { pandoc.Plain(
        { pandoc.Span(pandoc.utils.blocks_to_inlines(caption.content),
          { id = id, class = 'caption-text' }) }) }
      out:insert(scroller({ tbl }, id))
      captioned = true
    elseif not captioned and block.t == 'RawBlock' and block.text:find('<table', 1, true) then
      out:insert(scroller({ with_caption(block.text, caption.content, id) }, id))
      captioned = true
    else
      out:insert(block)
    end
  end
  if not captioned then out:insert(1, caption) end
  div.content = out
  return div, false
end

local function lone_table(content)
  tables = tables + 1
  local id = 'table-caption-' .. tables
  if content.t == 'Table' then
    content = accessible(content)
    local caption = pandoc.utils.blocks_to_inlines(content.caption.long)
    if #caption == 0 then
      return pandoc.Div({ content }, pandoc.Attr('', { 'table-plain' })), false
    end
    content.caption.long = { pandoc.Plain({ pandoc.Span(caption, { id = id, class = 'caption-text' }) }) }
    return scroller({ content }, id), false
  end
  if not content.text:find('<table', 1, true) then return nil end
  local first, last = content.text:find('<caption[^>]*>')
  if not first then return nil end
  local own = content.text:sub(first, last):match('id="([^"]*)"')
  if not own then
    content.text = content.text:gsub('<caption', function() return '<caption id="' .. id .. '"' end, 1)
  end
  return scroller({ content }, own or id), false
end

local function callout(div)
  callouts = callouts + 1
  local id = 'callout-' .. callouts .. '-title'
  local title, body = div.content[1], div.content[2]
  if div.classes:includes('folded') then
    local blocks = pandoc.Blocks({
      pandoc.RawBlock('html', '<details>\n<summary>'),
      pandoc.Plain(pandoc.utils.blocks_to_inlines(title.content)),
      pandoc.RawBlock('html', '</summary>'),
      body,
      pandoc.RawBlock('html', '</details>'),
    })
    div.content = blocks
    return div
  end
  title.identifier = id
  div.attributes.role = 'note'
  div.attributes['aria-labelledby'] = id
  return div
end

local filter
filter = {
  traverse = 'topdown',
  Div = function(div)
    if div.classes:includes('table-block') then return table_block(div) end
    -- what a list is replaced by is not looked at again
    if div.classes:includes('content-visible') then return div.content:walk(filter), false end
    if div.classes:includes('content-hidden') then return {} end
    if div.classes:includes('callout') then return callout(div) end
  end,
  Table = lone_table,
  RawBlock = lone_table,
  Header = function(header)
    if header.identifier == '' then return nil end
    anchors = anchors + 1
    local label = link_word .. ' ' .. pandoc.utils.stringify(header.content)
    -- Its sign is in the style sheet: text here would reach the table of contents.
    header.content:insert(pandoc.Link({}, '#' .. header.identifier, '',
      { class = 'anchor', ['aria-label'] = label }))
    return header
  end,
}

local signs = { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }

-- What the template puts between quotation marks: text, whatever signs it holds.
local function attribute(value)
  if value == nil then return nil end
  local text = pandoc.utils.stringify(value):gsub('[&<>"]', signs)
  return pandoc.MetaInlines({ pandoc.RawInline('html', text) })
end

function Pandoc(doc)
  for _, name in ipairs({ 'description', 'robots' }) do
    doc.meta[name] = attribute(doc.meta[name])
  end
  if doc.meta.keywords and pandoc.utils.type(doc.meta.keywords) == 'List' then
    doc.meta.keywords = doc.meta.keywords:map(attribute)
  else
    doc.meta.keywords = attribute(doc.meta.keywords)
  end
  local lang = pandoc.utils.stringify(doc.meta.lang or 'fr')
  if lang:sub(1, 2) == 'en' then link_word = 'Link to section' end
  if doc.meta['padai-words'] then
    link_word = pandoc.utils.stringify(doc.meta['padai-words'].link)
  end
  if doc.meta.alternates then
    local pages = pandoc.List()
    for _, page in ipairs(pandoc.json.decode(pandoc.utils.stringify(doc.meta.alternates))) do
      pages:insert({ href = attribute(page[1]), label = pandoc.Inlines(page[2]), lang = attribute(page[3]) })
    end
    doc.meta.alternates = pages
  end
  doc.blocks = doc.blocks:walk(filter)
  return doc
end
