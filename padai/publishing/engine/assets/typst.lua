-- Write the typst source of a report: figures with alternative text, real tables, callouts.
--
-- pandoc's own writer drops alternative texts and wraps tables in figures; both are written here.

local function typst_string(text)
  return '"' .. text:gsub('\\', '\\\\'):gsub('"', '\\"'):gsub('[\r\n]+', ' ') .. '"'
end

local function typst_markup(blocks)
  local text = pandoc.write(pandoc.Pandoc(blocks), 'typst', { wrap_text = 'none' })
  return (text:gsub('%s+$', ''))
end

local function inlines_markup(inlines)
  return typst_markup({ pandoc.Plain(inlines) })
end

local function raw(text) return pandoc.RawBlock('typst', text) end

-- What a reference leads to is the block before it.
local function mark(id)
  return id ~= '' and ('#label(' .. typst_string(id) .. ')\n') or ''
end

local function image_call(image)
  local alt = pandoc.utils.stringify(image.caption)
  return 'image(' .. typst_string(image.src) .. ', alt: ' .. typst_string(alt) .. ')'
end

local filter

-- A caption's own spans are not visited where the filter stops at its figure or table.
local function typeset(blocks)
  return pandoc.utils.blocks_to_inlines(pandoc.Blocks(blocks):walk(filter))
end

-- A figure: its picture, its caption, and what else is told of it in typst's words.
local function figure_call(block, more)
  local call
  block:walk({ Image = function(image) call = image_call(image) end })
  local caption = inlines_markup(typeset(block.caption.long))
  return '#report-figure(' .. call .. ', [' .. caption .. ']' .. more
end

local function figure(block)
  local worded = block.classes:includes('worded') and ', worded: true)' or ')'
  return raw(figure_call(block, worded) .. mark(block.identifier)), false
end

local SIDES = { AlignRight = 'right', AlignCenter = 'center' }
local CLASSES = { right = 'right', num = 'right', center = 'center' }

local function side(cell, spec)
  for _, class in ipairs(cell.attr.classes) do
    if CLASSES[class] then return CLASSES[class] end
  end
  return SIDES[cell.alignment] or SIDES[spec] or 'left'
end

-- All cells at once, since each call of the writer costs as much as a page of text.
local BETWEEN = '\u{F0000}'

local function bodies_markup(rows)
  local blocks, cells, out = pandoc.Blocks({}), {}, {}
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      cells[#cells + 1] = cell
      blocks:extend(cell.contents)
      blocks:insert(raw(BETWEEN))
    end
  end
  for body in typst_markup(blocks):gmatch('(.-)' .. BETWEEN) do
    out[#out + 1] = body:gsub('^%s+', ''):gsub('%s+$', '')
  end
  if #out == #cells then return out end
  for position, cell in ipairs(cells) do out[position] = typst_markup(cell.contents) end
  return { table.unpack(out, 1, #cells) }
end

-- The name of a group of rows goes with its first, and is repeated where they go on.
local function cells_markup(rows, specs, in_groups)
  local out = {}
  local bodies = bodies_markup(rows)
  for _, row in ipairs(rows) do
    local column = 1
    for _, cell in ipairs(row.cells) do
      local spec = specs[column] and specs[column][1]
      local wide = cell.col_span >= #specs and #specs > 1
      local body = bodies[#out + 1]
      if wide and in_groups then body = '#strong[' .. body .. ']' end
      local written = string.format('table.cell(colspan: %d, rowspan: %d, align: %s)[%s]',
        cell.col_span, cell.row_span, side(cell, spec), body)
      if wide and in_groups then written = 'table.header(level: 2, ' .. written .. ')' end
      out[#out + 1] = written
      column = column + cell.col_span
    end
  end
  return out
end

local here = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local shares = dofile(pandoc.path.join({ here, 'tables.lua' })).shares

local function is_long(tbl)
  local rows = 0
  for _, body in ipairs(tbl.bodies) do rows = rows + #body.body end
  return rows > 8
end

-- How many letters of a table stand side by side on a sheet, in each of its two sizes.
local ROOM, DENSE_ROOM = 96, 110

local function table_markup(tbl)
  local widths = {}
  local dense = #tbl.colspecs > 6
  local share_of, whole_words = shares(tbl, dense and DENSE_ROOM or ROOM)
  for position, share in ipairs(share_of) do
    widths[position] = string.format('%.2f%%', 100 * share)
  end
  local parts = { 'columns: (' .. table.concat(widths, ', ') .. ',)' }
  local head = cells_markup(tbl.head.rows, tbl.colspecs, false)
  if #head > 0 then parts[#parts + 1] = 'table.header(' .. table.concat(head, ', ') .. ')' end
  for _, body in ipairs(tbl.bodies) do
    for _, rows in ipairs({ body.head, body.body }) do
      local cells = cells_markup(rows, tbl.colspecs, true)
      if #cells > 0 then parts[#parts + 1] = table.concat(cells, ', ') end
    end
  end
  local whole = is_long(tbl) and '' or 'whole: true, '
  if dense then whole = whole .. 'dense: true, ' end
  if whole_words then whole = whole .. 'parted: false, ' end
  return '#report-table(' .. whole .. table.concat(parts, ',\n  ') .. ')'
end

local function table_from_html(text)
  local found
  pandoc.read(text, 'html').blocks:walk({
    Table = function(tbl) found = found or tbl end,
  })
  return found
end

local function as_table(block)
  if block.t == 'Table' then return block end
  if block.t == 'RawBlock' and block.format == 'html' then return table_from_html(block.text) end
end

local function captioned(caption, tbl, id)
  return (is_long(tbl) and '#needed(120pt)\n' or '') ..
    '#report-caption[' .. caption .. ']' .. mark(id) .. '\n' .. table_markup(tbl)
end

local function table_block(div)
  local caption = inlines_markup(typeset(div.content[1].content))
  local out = pandoc.Blocks({})
  for position = 2, #div.content do
    local tbl = as_table(div.content[position])
    if tbl then out:insert(raw(captioned(caption, tbl, div.identifier)))
    else out:insert(div.content[position]) end
  end
  return out, false
end

local function lone_table(block)
  local tbl = as_table(block)
  if not tbl then return block.t == 'RawBlock' and block.format == 'html' and {} or nil end
  local caption = pandoc.utils.blocks_to_inlines(tbl.caption.long)
  if #caption == 0 then return raw(table_markup(tbl)), false end
  return raw(captioned(inlines_markup(caption), tbl, '')), false
end

local function wrapped(opening, span)
  local out = pandoc.List({ pandoc.RawInline('typst', opening) })
  out:extend(span.content)
  out:insert(pandoc.RawInline('typst', ']'))
  return out
end

local SIGNS = { higher = true, lower = true, same = true, open = true, broken = true }

local function verdict(span)
  for _, class in ipairs(span.classes) do
    if SIGNS[class] then return wrapped('#verdict(' .. typst_string(class) .. ')[', span) end
  end
end

-- Blocks that a filter puts in a list are not visited again themselves.
local function inside(blocks) return pandoc.Blocks(blocks):walk(filter) end

local function callout(div)
  local kind = 'note'
  for _, class in ipairs(div.classes) do
    kind = class:match('^callout%-(%a+)$') or kind
  end
  local title = inlines_markup(inside(div.content[1].content)[1].content)
  local call = div.classes:includes('folded') and '#unfolded(' or '#callout('
  local out = pandoc.Blocks({ raw(call .. typst_string(kind) .. ', [' .. title .. '])[') })
  out:extend(inside(div.content[2].content))
  out:insert(raw(']'))
  return out, false
end

-- A figure with its notes, which stand beside its picture where what sets the pages has them there.
local function noted_figure(div)
  local drawn = div.content:remove(1)
  local worded = drawn.classes:includes('worded') and ', worded: true' or ''
  local out = pandoc.Blocks({ raw(figure_call(drawn, worded .. ', noted: true, notes: [')) })
  out:extend(inside(div.content))
  out:insert(raw('])' .. mark(drawn.identifier)))
  return out, false
end

-- A card: what stands in bold first is its figure, then what it is; the rest says more.
local function card(item)
  local blocks = inside(item)
  local first = blocks:remove(1)
  local figure, lead = {}, pandoc.Inlines(first.content)
  if lead[1] and lead[1].t == 'Strong' then
    figure = lead:remove(1).content
    if lead[1] and lead[1].t == 'Space' then lead:remove(1) end
  end
  local body = #blocks > 0 and ('[' .. typst_markup(blocks) .. ']') or 'none'
  return '([' .. inlines_markup(figure) .. '], [' .. inlines_markup(lead) .. '], ' .. body .. ')'
end

local function cards(div)
  local list = div.content[1]
  if not list or (list.t ~= 'BulletList' and list.t ~= 'OrderedList') then return nil end
  local items = pandoc.List(list.content):map(card)
  return raw('#cards(' .. table.concat(items, ',\n') .. ')'), false
end

-- A row of key results: what stands in its boxes, one a column.
local BOXES = { 'row-result', 'row-line', 'row-change' }

local function row(item)
  local boxes = {}
  for _, block in ipairs(item) do
    for _, name in ipairs(BOXES) do
      if block.t == 'Div' and block.classes:includes(name) then
        boxes[name] = '[' .. typst_markup(inside(block.content)) .. ']'
      end
    end
  end
  local out = {}
  for position, name in ipairs(BOXES) do out[position] = boxes[name] or '[]' end
  return '(' .. table.concat(out, ', ') .. ')'
end

local function rows(div)
  local list = div.content[1]
  if not list or list.t ~= 'BulletList' then return nil end
  return raw('#key-rows(' .. table.concat(pandoc.List(list.content):map(row), ',\n') .. ')'), false
end

-- Where a passage ends, which what sets the pages asks for.
local function ended(blocks)
  local last = blocks[#blocks]
  if last and (last.t == 'Plain' or last.t == 'Para') then
    last.content:insert(pandoc.RawInline('typst', '#at'))
  end
  return blocks
end

local function list(block)
  block.content[#block.content] = ended(block.content[#block.content])
  return block
end

local STYLES = { headline = true, lead = true, note = true, source = true, card = true, notes = true }

filter = {
  traverse = 'topdown',
  Figure = figure,
  Image = function(image)
    return pandoc.RawInline('typst', '#in-line(' .. image_call(image) .. ')')
  end,
  Table = lone_table,
  RawBlock = lone_table,
  Para = function(para) return ended({ para }) end,
  BulletList = list,
  OrderedList = list,
  Div = function(div)
    if div.classes:includes('table-block') then return table_block(div) end
    if div.classes:includes('content-hidden') then return div.content end
    if div.classes:includes('content-visible') then return {} end
    if div.classes:includes('noted-figure') then return noted_figure(div) end
    if div.classes:includes('page-links') then return {} end
    if div.classes:includes('new-page') then return raw('#annexed()'), false end
    if div.classes:includes('callout') then return callout(div) end
    if div.classes:includes('key-figures') then return cards(div) end
    if div.classes:includes('key-rows') then return rows(div) end
    if div.classes:includes('contents') then return raw('#contents()'), false end
    if div.classes:includes('colophon') then return raw('#colophon()'), false end
    for _, side in ipairs({ 'ahead', 'behind' }) do
      if div.classes:includes(side) then
        local out = pandoc.Blocks({ raw('#' .. side .. '(' .. div.attributes.figure .. ')[') })
        out:extend(inside(div.content))
        out:insert(raw(']'))
        return out, false
      end
    end
    for _, class in ipairs(div.classes) do
      if STYLES[class] then
        local out = pandoc.Blocks({ raw('#style-' .. class .. '[') })
        out:extend(inside(div.content))
        out:insert(raw(']'))
        return out, false
      end
    end
  end,
  Span = function(span)
    if span.classes:includes('callout-kind') then return {} end
    if span.classes:includes('page-of') then
      local page = '#page-of(' .. typst_string(span.attributes.label) .. ')'
      span.content:insert(pandoc.RawInline('typst', page))
      return span.content
    end
    if span.classes:includes('verdict') then return verdict(span) end
    if span.classes:includes('caption-detail') then return wrapped('#caption-detail[', span) end
    local lang = span.attributes.lang
    if lang then
      return wrapped('#text(lang: "' .. lang:sub(1, 2):lower() .. '")[', span)
    end
  end,
  -- The title takes the place of a heading in the page; in the PDF, chapters are first-level.
  Header = function(header)
    header.level = math.max(header.level - 1, 1)
    return header
  end,
  Link = function(link)
    if link.target:match('^#') then
      local text = inlines_markup(link.content)
      return pandoc.RawInline('typst',
        '#link(label(' .. typst_string(link.target:sub(2)) .. '))[' .. text .. ']')
    end
    if link.target:match('^%.%.?/') then return link.content end
  end,
}

-- How many blocks may stand between a heading and its figure and still go with it to the next page.
local MOST_BETWEEN = 6

local function source_of(block)
  local source
  block:walk({ Image = function(image) source = image.src end })
  return source and typst_string(source) or 'none'
end

-- A long list may stand on either side of its figure: what sets the pages chooses.
local function on_either_side(list, figure)
  local function side(name)
    return pandoc.Div({ list }, pandoc.Attr('', { name }, { figure = source_of(figure) }))
  end
  return side('ahead'), side('behind')
end

local function may_stand_ahead(block)
  return block.t == 'Div' and block.classes:includes('ahead')
end

-- What stands between a heading and its figure stays with both, unless what sets the pages parts
-- them; a chapter's title stays with its first words. Gives the last of these, and the figure.
local function with_the_figure(blocks, position)
  for ahead = position + 1, math.min(position + 1 + MOST_BETWEEN, #blocks) do
    local block = blocks[ahead]
    if block.t == 'Figure' then return ahead - 1, source_of(block) end
    if block.t == 'Header' or block.t == 'RawBlock' then break end
    local goes = block.t ~= 'Div' or block.classes:includes('note') or may_stand_ahead(block)
    if not goes then break end
  end
  local next_one, further = blocks[position + 1], blocks[position + 2]
  -- a section of one paragraph is whole: kept with the next title, all would be one block
  local goes_on = further and further.t ~= 'Header'
  local opens = blocks[position].level == 2 and next_one and next_one.t == 'Para' and goes_on
  return opens and position + 1 or position
end

local function note(block)
  return block and block.t == 'Div' and block.classes:includes('note')
end

-- The note of a figure, where the number of its table follows.
local function two_notes(blocks, position)
  return note(blocks[position]) and note(blocks[position + 1])
end

local long_ones_after = dofile(pandoc.path.join({ here, 'lists.lua' })).long_ones_after

-- How many notes follow a block.
local function notes_after(blocks, position)
  local count = 0
  while note(blocks[position + count + 1]) do count = count + 1 end
  return count
end

local function sticky(block, tie)
  return { raw('#block(sticky: ' .. tie .. ', width: 100%)['), block, raw(']') }
end

local function with_its_notes(figure, blocks, position, notes)
  local whole = pandoc.Blocks({ figure })
  for ahead = position + 1, position + notes do whole:insert(blocks[ahead]:clone()) end
  return pandoc.Div(whole, pandoc.Attr('', { 'noted-figure' }))
end

local function chapters_with_their_start(blocks)
  local out, kept, ahead_of, noted, of = pandoc.Blocks({}), 0, nil, 0, nil
  for position, block in ipairs(blocks) do
    if block.t == 'Header' and block.level <= 3 then
      kept, ahead_of = with_the_figure(blocks, position)
      if ahead_of and kept > position then blocks[kept + 1].classes:insert('worded') end
      out:insert(block)
    elseif may_stand_ahead(block) then
      out:insert(block)
    elseif position <= noted then
      out:insert(raw('#under(' .. of .. ')['))
      out:extend(position < noted and sticky(block, 'true') or { block })
      out:insert(raw(']'))
    elseif position <= kept or two_notes(blocks, position) then
      local tie = position <= kept and ahead_of and ('tied(' .. ahead_of .. ')') or 'true'
      out:extend(sticky(block, tie))
    elseif block.t == 'Figure' and note(blocks[position + 1]) then
      local notes = notes_after(blocks, position)
      noted, of = position + notes, source_of(block)
      out:insert(with_its_notes(block, blocks, position, notes))
    else
      out:insert(block)
    end
  end
  return out
end

function Pandoc(doc)
  local meta = doc.meta
  local plain = {}
  for _, key in ipairs({ 'title', 'subtitle', 'date', 'banner', 'publisher', 'footer' }) do
    if meta[key] then plain[key .. '-string'] = typst_string(pandoc.utils.stringify(meta[key])) end
  end
  doc.blocks:walk({ Div = function(div)
    if div.classes:includes('contents') then meta['contents-placed'] = true end
    if div.classes:includes('colophon') then meta['colophon-placed'] = true end
  end })
  doc.blocks = chapters_with_their_start(long_ones_after(doc.blocks, on_either_side)):walk(filter)
  if meta.abstract and pandoc.utils.type(meta.abstract) == 'Blocks' then
    meta.abstract = meta.abstract:walk(filter)
  end
  for key, value in pairs(plain) do meta[key] = pandoc.MetaInlines({ pandoc.RawInline('typst', value) }) end
  return doc
end
